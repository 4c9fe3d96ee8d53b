package io.bandwatch.ingest.av;

import java.util.function.LongSupplier;

/**
 * Tells a process that hangs from one that is not let run: it has said nothing for {@value #SILENT_MS} ms, and has used hardly
 * any processor time in such a stretch, or as much as one since it was heard. What a busy machine keeps waiting gets little, but
 * some. Time in which nobody looked hardly counts: the job did not run either. Not thread-safe.
 */
final class HangWatch {
    static final long SILENT_MS = 60_000;

    private static final long GLANCE_MS = 1000;

    /** Three thousandths of a processor: less uses who waits for what never comes. */
    private static final long STANDING_MS = 200;

    private final LongSupplier usedMs;
    private long heardMs = Long.MIN_VALUE;
    private long lookedMs;
    private long watchedMs;
    private long usedWhenHeardMs;
    private long usedBeforeMs;

    /** @param usedMs processor time that the process has used so far, ms */
    HangWatch(LongSupplier usedMs) {
        this.usedMs = usedMs;
    }

    /**
     * Whether the process hangs, as far as was looked.
     *
     * @param lastMs until when it was heard, ms
     * @param nowMs the same clock now
     */
    boolean hangs(long lastMs, long nowMs) {
        if (nowMs - lastMs < GLANCE_MS) {
            return false;
        }
        if (lastMs != heardMs) {
            heardMs = lastMs;
            begin(nowMs);
            usedWhenHeardMs = usedBeforeMs;
        }
        watchedMs += Math.min(nowMs - lookedMs, GLANCE_MS);
        lookedMs = nowMs;
        if (watchedMs < SILENT_MS) {
            return false;
        }
        long before = usedBeforeMs;
        // what it did before it stood still is no sign of life in the next stretch
        begin(nowMs);
        return usedBeforeMs - before < STANDING_MS || usedBeforeMs - usedWhenHeardMs >= SILENT_MS;
    }

    private void begin(long nowMs) {
        lookedMs = nowMs;
        watchedMs = 0;
        usedBeforeMs = usedMs.getAsLong();
    }
}
