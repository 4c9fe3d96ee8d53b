package io.bandwatch.detectors.licences;

import java.time.Instant;

/**
 * What the judge is told of a carrier.
 *
 * @param frequencyHz carrier frequency, averaged over what was seen of it, Hz
 * @param frequencyUncertaintyHz how far that may be off for want of resolution, Hz
 * @param snrDb mean carrier over noise in 200 kHz, dB
 * @param at when
 * @param timeKnown whether {@code at} is real
 */
public record Sighting(
        double frequencyHz, double frequencyUncertaintyHz, double snrDb, Instant at, boolean timeKnown) {}
