package io.bandwatch.ingest.frames;

/**
 * Time from the sample counter, to the nanosecond, without drift over any length.
 *
 * @param rateHz samples a second
 */
record SampleClock(double rateHz) {
    private static final long NS_PER_S = 1_000_000_000L;

    /** Nanoseconds from the first sample to sample {@code index}. */
    long nsAt(long index) {
        long wholeRate = Math.round(rateHz);
        if (wholeRate == rateHz) {
            // whole seconds apart, so that the product fits into a long at any length and rate
            return index / wholeRate * NS_PER_S + index % wholeRate * NS_PER_S / wholeRate;
        }
        return Math.round(index / rateHz * NS_PER_S);
    }
}
