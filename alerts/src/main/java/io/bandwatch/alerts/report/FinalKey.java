package io.bandwatch.alerts.report;

import java.time.Instant;
import java.util.Comparator;

/**
 * Place of a record among those written at the end: carriers before incidents, then by subject, then by time.
 *
 * @param rank 0 for carriers, 1 for incidents
 * @param id id of the incident, empty for carriers
 */
record FinalKey(int rank, String feed, long channelHz, int slot, Instant time, String id)
        implements Comparable<FinalKey> {
    static final int CARRIER = 0;
    static final int INCIDENT = 1;
    private static final Comparator<FinalKey> ORDER = Comparator.comparingInt(FinalKey::rank)
            .thenComparing(FinalKey::feed)
            .thenComparingLong(FinalKey::channelHz)
            .thenComparingInt(FinalKey::slot)
            .thenComparing(FinalKey::time)
            .thenComparing(FinalKey::id);

    @Override
    public int compareTo(FinalKey other) {
        return ORDER.compare(this, other);
    }
}
