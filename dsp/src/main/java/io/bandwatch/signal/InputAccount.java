package io.bandwatch.signal;

/**
 * What one feed has read so far, and what was wrong with it. Counts only ever grow.
 *
 * @param samples complex samples, sweep points or packets read
 * @param durationNs time that they stand for, ns
 * @param nonFiniteSamples NaN or infinite samples, replaced by zero
 * @param trailingBytes bytes of an unfinished last sample, left out
 * @param malformedRows rows of a sweep that could not be read, left out
 * @param truncatedStreams 1 if a compressed file ended before its end mark
 */
public record InputAccount(
        long samples,
        long durationNs,
        long nonFiniteSamples,
        long trailingBytes,
        long malformedRows,
        long truncatedStreams) {
    /** Nothing read yet. */
    public static final InputAccount EMPTY = new InputAccount(0, 0, 0, 0, 0, 0);
}
