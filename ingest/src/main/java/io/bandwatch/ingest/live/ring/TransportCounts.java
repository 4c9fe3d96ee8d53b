package io.bandwatch.ingest.live.ring;

import io.bandwatch.signal.ts.TsTransport;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** What the transport of one feed did so far. Thread-safe. */
public final class TransportCounts {
    private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);

    /** What is counted; see {@link TsTransport}. */
    public enum Count {
        BEGINNINGS,
        OPENINGS,
        DATAGRAMS,
        MALFORMED,
        LOST,
        REORDERED,
        LATE,
        DUPLICATES,
        RESTARTS,
        DROPPED_BLOCKS,
        DROPPED_BYTES,
        SOCKET_DROPS,
        /** Bytes of samples that came. */
        RECEIVED_BYTES,
        /** Those of them left out while the receiver settled. */
        SETTLING_BYTES
    }

    public TransportCounts() {
        for (Count count : Count.values()) {
            counts.put(count, new AtomicLong());
        }
    }

    public void add(Count count, long more) {
        of(count).addAndGet(more);
    }

    void dropped(int bytes) {
        add(Count.DROPPED_BLOCKS, 1);
        add(Count.DROPPED_BYTES, bytes);
    }

    /** The measurement has begun anew. */
    public void begun() {
        add(Count.BEGINNINGS, 1);
    }

    /** One of them, as it is now. */
    public long count(Count count) {
        return of(count).get();
    }

    /** The counts as they are now. */
    public TsTransport now() {
        return new TsTransport(
                of(Count.BEGINNINGS).get(),
                of(Count.OPENINGS).get(),
                of(Count.DATAGRAMS).get(),
                of(Count.MALFORMED).get(),
                of(Count.LOST).get(),
                of(Count.REORDERED).get(),
                of(Count.LATE).get(),
                of(Count.DUPLICATES).get(),
                of(Count.RESTARTS).get(),
                of(Count.DROPPED_BLOCKS).get(),
                of(Count.DROPPED_BYTES).get(),
                of(Count.SOCKET_DROPS).get());
    }

    private AtomicLong of(Count count) {
        return Objects.requireNonNull(counts.get(count));
    }
}
