package io.bandwatch.detectors.ts.assessment;

/**
 * What {@link StreamReporter} remembers of one feed.
 *
 * @param packets packets of the stream at the last look
 * @param pids its PIDs then, rising
 * @param pidPackets packets of each
 * @param services services told so far, in the order in which they came
 */
public record StreamReportState(long packets, int[] pids, long[] pidPackets, int[] services) {
    /** Nothing seen. */
    static final StreamReportState NOTHING = new StreamReportState(0, new int[0], new long[0], new int[0]);
}
