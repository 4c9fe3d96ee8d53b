package io.bandwatch.alerts.push.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox holds for one channel.
 *
 * @param queued pushes that wait
 * @param sent pushes that were delivered, as long as they are remembered
 * @param dead pushes that were given up
 * @param oldestQueued since when the first of those that wait does, or null
 */
public record OutboxCounts(long queued, long sent, long dead, @Nullable Instant oldestQueued) {
    /** Nothing. */
    public static final OutboxCounts NONE = new OutboxCounts(0, 0, 0, null);
}
