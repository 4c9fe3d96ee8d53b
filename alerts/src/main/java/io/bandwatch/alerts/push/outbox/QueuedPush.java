package io.bandwatch.alerts.push.outbox;

import io.bandwatch.alerts.push.Push;
import java.time.Instant;

/**
 * A push that waits to be delivered.
 *
 * @param push the push
 * @param queued since when it waits
 * @param attempts how often it has been tried
 * @param next when it is to be tried next
 */
public record QueuedPush(Push push, Instant queued, int attempts, Instant next) {}
