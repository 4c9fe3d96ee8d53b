package io.bandwatch.alerts.report;

import java.time.Instant;
import java.util.Comparator;

/**
 * Place of a record among those written at the end: streams, services, programmes, carriers,
 * repetitions, allowed insertions, incidents, then by subject, then by time.
 *
 * @param rank which kind of record
 * @param place channel, Hz; for services, of records or incidents, what they are numbered by; 0 for what concerns a feed
 * @param id id of the incident or insertion, else empty
 */
record FinalKey(int rank, String feed, long place, int slot, Instant time, String id) implements Comparable<FinalKey> {
    static final int STREAM = 0;
    static final int SERVICE = 1;
    static final int PROGRAMME = 2;
    static final int CARRIER = 3;
    static final int REPETITION = 4;
    static final int INSERTION = 5;
    static final int INCIDENT = 6;
    private static final Comparator<FinalKey> ORDER = Comparator.comparingInt(FinalKey::rank)
            .thenComparing(FinalKey::feed)
            .thenComparingLong(FinalKey::place)
            .thenComparingInt(FinalKey::slot)
            .thenComparing(FinalKey::time)
            .thenComparing(FinalKey::id);

    @Override
    public int compareTo(FinalKey other) {
        return ORDER.compare(this, other);
    }
}
