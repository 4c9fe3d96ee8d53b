package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.CarrierMeasurement;
import org.jspecify.annotations.Nullable;

/**
 * A track after one look.
 *
 * @param track the track as it is now
 * @param carrier what this look found of it, or null
 */
record Sighted(Track track, @Nullable CarrierMeasurement carrier) {}
