package io.bandwatch.ingest.av;

import java.util.function.LongSupplier;

/**
 * Tells a process that hangs from one that is not let run: it has said nothing for {@value #SILENT_MS} ms, and has used hardly
 * any processor time since, or as much as it was silent. What a busy machine keeps waiting gets little, but some. Not
 * thread-safe.
 */
final class HangWatch {
    static final long SILENT_MS = 60_000;

    private static final long GLANCE_MS = 1000;

    /** Three thousandths of a processor: less uses who waits for what never comes. */
    private static final long STANDING_MS = 200;

    private final LongSupplier usedMs;
    private long heardMs = Long.MIN_VALUE;
    private long lookedMs;
    private long usedBeforeMs;

    /** @param usedMs processor time that the process has used so far, ms */
    HangWatch(LongSupplier usedMs) {
        this.usedMs = usedMs;
    }

    /**
     * Whether the process hangs, as far as was looked.
     *
     * @param lastMs when it was heard last, ms
     * @param nowMs the same clock now
     */
    boolean hangs(long lastMs, long nowMs) {
        if (nowMs - lastMs < GLANCE_MS) {
            return false;
        }
        if (lastMs != heardMs) {
            heardMs = lastMs;
            lookedMs = nowMs;
            usedBeforeMs = usedMs.getAsLong();
        }
        if (nowMs - lookedMs < SILENT_MS) {
            return false;
        }
        long used = usedMs.getAsLong() - usedBeforeMs;
        return used < STANDING_MS || used > SILENT_MS;
    }
}
