package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.push.Push;
import java.time.Instant;

/** A way to people. One thread sends on it. */
public interface Channel extends AutoCloseable {
    /**
     * Sends a push and waits for the answer.
     *
     * @param now time of the attempt, which signatures name
     */
    Outcome send(Push push, Instant now) throws InterruptedException;

    @Override
    default void close() {}
}
