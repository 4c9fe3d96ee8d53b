package io.bandwatch.dsp.band;

import io.bandwatch.signal.CarrierMeasurement;

/**
 * A carrier of which it is known where it stands.
 *
 * @param exactly whether its frequency is the mean instantaneous one already; else it is the centroid, and the carrier's
 *     reception tells
 */
record Located(CarrierMeasurement carrier, boolean exactly) {}
