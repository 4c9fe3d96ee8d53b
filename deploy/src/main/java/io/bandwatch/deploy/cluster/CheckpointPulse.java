package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells when checkpoints are completed no more, which no task fails by: what a crash would take back grows. It looks at the folder when
 * it is asked, and counts by a clock that only runs forwards, whatever the time of the day. Thread-safe.
 */
public final class CheckpointPulse {
    /** Checkpoints are to be made each 15 s at least; one that was missed may come late. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final ResumePoints points;
    private final Path folder;
    private final LongSupplier nanoTime;
    private @Nullable Path newest;
    private long sinceNs;

    /**
     * Begins now.
     *
     * @param folder of the checkpoints of one job; need not be there
     * @param nanoTime a clock that only runs forwards, ns
     */
    public CheckpointPulse(Path folder, LongSupplier nanoTime) {
        this.points = new ResumePoints(folder);
        this.folder = folder;
        this.nanoTime = nanoTime;
        this.sinceNs = nanoTime.getAsLong();
    }

    /** What is wrong, since when it was asked and found none for the first time. */
    public synchronized Optional<String> problem() {
        long nowNs = nanoTime.getAsLong();
        Path now = completed();
        if (now != null && !now.equals(newest)) {
            newest = now;
            sinceNs = nowNs;
        }
        Duration without = Duration.ofNanos(nowNs - sinceNs);
        return without.compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of("no checkpoint has been completed for " + without.toSeconds()
                        + " s: what is found is told late, and a crash would take it back; is there room on the disk of "
                        + folder + "?");
    }

    private @Nullable Path completed() {
        try {
            return points.newest().orElse(null);
        } catch (IOException | UncheckedIOException superseded) {
            // one was taken away while it was looked at: another was completed, which is seen the next time
            return newest;
        }
    }
}
