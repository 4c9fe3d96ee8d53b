package io.bandwatch.detectors.ts.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What {@link StreamReporter} remembers of one feed.
 *
 * @param packets packets of the stream at the last look
 * @param pids its PIDs when the interval began, rising
 * @param pidPackets packets of each then
 * @param services services told so far, in the order in which they came
 * @param open the interval up to the last look; null where that ended one
 */
public record StreamReportState(
        long packets, int[] pids, long[] pidPackets, int[] services, @Nullable StreamReport open) {
    /** Nothing seen. */
    static final StreamReportState NOTHING = new StreamReportState(0, new int[0], new long[0], new int[0], null);

    /** A stream whose counts begin anew. */
    StreamReportState anew() {
        return new StreamReportState(0, new int[0], new long[0], services, null);
    }
}
