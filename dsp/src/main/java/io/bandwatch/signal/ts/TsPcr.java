package io.bandwatch.signal.ts;

/**
 * The clock references of one PID since the start of the stream.
 *
 * @param pid the PID that carries them
 * @param count how many
 * @param longestIntervalS longest time between two, s; NaN before the second
 * @param accuracyNs largest deviation from the constant rate of the stream (TR 101 290, 2.4), ns; NaN where the stream shows
 *     none
 * @param jitterNs largest overall jitter against arrival (TR 101 290, annex I.6), ns; NaN without arrival times
 * @param offsetPpm frequency of the clock against arrival, parts per million; NaN without arrival times
 * @param driftPpmPerS change of that frequency (TR 101 290, annex I.7), ppm/s; NaN without arrival times
 */
public record TsPcr(
        int pid,
        long count,
        double longestIntervalS,
        double accuracyNs,
        double jitterNs,
        double offsetPpm,
        double driftPpmPerS) {}
