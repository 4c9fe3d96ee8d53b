package io.bandwatch.alerts.push.service;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.channel.Channel;
import io.bandwatch.alerts.push.channel.Outcome;
import io.bandwatch.alerts.push.outbox.Outbox;
import io.bandwatch.alerts.push.outbox.OutboxCounts;
import io.bandwatch.alerts.push.outbox.QueuedPush;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the pushes of one channel, one after the other: the end of an incident never comes before its begin. One thread
 * carries; anybody may ask how it does.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    /** A time farther away was written before the clock was set back. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ChannelSettings settings;
    private final Channel channel;
    private final Outbox outbox;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile String lastProblem = "";

    Courier(ChannelSettings settings, Channel channel, Outbox outbox, Clock clock) {
        this.settings = settings;
        this.channel = channel;
        this.outbox = outbox;
        this.clock = clock;
    }

    String name() {
        return settings.name();
    }

    /**
     * Tries to deliver the push that has waited longest, if it is time.
     *
     * @return when there is more to do; null if nothing waits
     */
    @Nullable
    Instant carry() throws IOException, InterruptedException {
        Optional<QueuedPush> first = outbox.first(name());
        if (first.isEmpty()) {
            return null;
        }
        QueuedPush queued = first.get();
        Instant now = clock.instant();
        Instant time = time(queued);
        if (time.isAfter(now) && Duration.between(now, time).compareTo(LONGEST_PAUSE) <= 0) {
            return time;
        }
        int attempt = queued.attempts() + 1;
        outbox.begin(queued.push(), now.plus(settings.retry().pauseAfter(attempt)), now);
        settle(queued, attempt, sent(queued.push(), now));
        return clock.instant();
    }

    /** A push that a channel stumbles over is one that was not delivered, and holds up no other for ever. */
    private Outcome sent(Push push, Instant now) throws InterruptedException {
        try {
            return channel.send(push, now);
        } catch (RuntimeException defect) {
            LOG.error("channel {} cannot send push {}", name(), push.key(), defect);
            return Outcome.retry(defect.getClass().getSimpleName());
        }
    }

    private Instant time(QueuedPush queued) throws IOException {
        int most = settings.type().mostPerMinute();
        Instant allowed = most == 0
                ? Instant.MIN
                : outbox.attemptBefore(name(), most)
                        .map(attempt -> attempt.plus(RATE_WINDOW))
                        .orElse(Instant.MIN);
        return allowed.isAfter(queued.next()) ? allowed : queued.next();
    }

    private void settle(QueuedPush queued, int attempt, Outcome outcome) throws IOException {
        Push push = queued.push();
        Instant now = clock.instant();
        if (outcome.kind() == Outcome.Kind.DELIVERED) {
            outbox.delivered(push, now);
            sent.incrementAndGet();
            if (!lastProblem.isEmpty()) {
                LOG.info("channel {} delivers again", name());
            }
            lastProblem = "";
            return;
        }
        failed.incrementAndGet();
        boolean late = Duration.between(queued.queued(), now)
                        .compareTo(settings.retry().giveUp())
                >= 0;
        if (outcome.kind() == Outcome.Kind.REFUSED || late) {
            giveUp(push, outcome.why(), now);
        } else {
            Duration pause = settings.retry().pauseAfter(attempt);
            Duration longer = outcome.pause().compareTo(pause) > 0 ? outcome.pause() : pause;
            outbox.failed(push, now.plus(longer), outcome.why());
            if (lastProblem.isEmpty()) {
                LOG.warn("channel {} does not deliver ({}), trying on", name(), outcome.why());
            }
        }
        lastProblem = outcome.why();
    }

    /** What was diverted once is not diverted again, or two broken channels would hand it to and fro. */
    private void giveUp(Push push, String why, Instant now) throws IOException {
        String fallback = settings.fallback();
        Push instead = fallback == null || push.failedChannel() != null ? null : push.divertedTo(fallback);
        outbox.giveUp(push, instead, why, now);
        LOG.error(
                "channel {} has given up push {} ({}); it is kept{}",
                name(),
                push.key(),
                why,
                instead == null ? "" : ", and goes to " + fallback);
    }

    ChannelHealth health(OutboxCounts counts) {
        return new ChannelHealth(
                counts.queued(), counts.oldestQueued(), counts.dead(), sent.get(), failed.get(), lastProblem);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } catch (Exception stuck) {
            throw new IOException("channel " + name() + " does not close: " + stuck, stuck);
        }
    }
}
