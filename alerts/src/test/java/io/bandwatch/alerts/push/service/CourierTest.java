package io.bandwatch.alerts.push.service;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.push.ManualClock;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.channel.Channel;
import io.bandwatch.alerts.push.channel.Outcome;
import io.bandwatch.alerts.push.outbox.Outbox;
import io.bandwatch.alerts.push.plan.PlanState;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times are those of the schedule to the millisecond: the clock is set by hand. */
class CourierTest {
    private static final Outcome BUSY = new Outcome(Outcome.Kind.RETRY, "busy", Duration.ZERO);
    private static final Outcome SHUT_OUT = new Outcome(Outcome.Kind.RETRY, "too fast", Duration.ofMinutes(10));
    private static final Outcome REFUSED = new Outcome(Outcome.Kind.REFUSED, "no such type", Duration.ZERO);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(NOON);
    private final List<Long> sentAfterS = new ArrayList<>();
    private final List<Push> sent = new ArrayList<>();
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        outbox = new Outbox(folder, 1L << 24);
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
    }

    @Test
    void triesAgainAfterTwoFourEightSeconds() throws Exception {
        queue(push(0));
        Courier courier = courier(ChannelType.WEBHOOK, null, BUSY, BUSY, BUSY, BUSY, Outcome.DELIVERED);

        run(courier, Duration.ofHours(1));

        assertThat(sentAfterS).containsExactly(0L, 2L, 6L, 14L, 30L);
        ChannelHealth health =
                courier.health(Objects.requireNonNull(outbox.counts().get("duty")));
        assertThat(health.sent()).isEqualTo(1);
        assertThat(health.failed()).isEqualTo(4);
        assertThat(health.lastProblem()).isEmpty();
    }

    /** Nobody would ever hear of anything by this channel again if its thread ended. */
    @Test
    void aDefectOfAChannelIsOneMoreFailure() throws Exception {
        queue(push(0), push(1));
        List<Push> taken = new ArrayList<>();
        Courier courier = courier(ChannelType.WEBHOOK, null, (push, now) -> {
            sentAfterS.add(Duration.between(NOON, now).toSeconds());
            if (sentAfterS.size() < 3) {
                throw new IllegalArgumentException("defect");
            }
            taken.add(push);
            return Outcome.DELIVERED;
        });

        run(courier, Duration.ofHours(1));

        assertThat(sentAfterS).containsExactly(0L, 2L, 6L, 6L);
        assertThat(taken).extracting(Push::key).containsExactly("key-0", "key-1");
        assertThat(courier.health(Objects.requireNonNull(outbox.counts().get("duty")))
                        .failed())
                .isEqualTo(2);
    }

    @Test
    void waitsAsLongAsTheReceiverWants() throws Exception {
        queue(push(0));

        run(courier(ChannelType.WEBHOOK, null, SHUT_OUT, Outcome.DELIVERED), Duration.ofHours(1));

        assertThat(sentAfterS).containsExactly(0L, 600L);
    }

    @Test
    void theNextWaitsUntilTheFirstIsThere() throws Exception {
        queue(push(0), push(1));

        run(courier(ChannelType.WEBHOOK, null, BUSY, Outcome.DELIVERED, Outcome.DELIVERED), Duration.ofHours(1));

        assertThat(sent).extracting(Push::key).containsExactly("key-0", "key-0", "key-1");
    }

    @Test
    void aRobotGetsTwentyAMinute() throws Exception {
        queue(IntStream.range(0, 45).mapToObj(CourierTest::push).toArray(Push[]::new));

        run(courier(ChannelType.WECOM, null), Duration.ofHours(1));

        assertThat(sentAfterS).hasSize(45);
        assertThat(sentAfterS.subList(0, 20)).containsOnly(0L);
        assertThat(sentAfterS.subList(20, 40)).containsOnly(60L);
        assertThat(sentAfterS.subList(40, 45)).containsOnly(120L);
    }

    @Test
    void naiveSenderWouldBeShutOutForTwentyFiveTooMany() throws Exception {
        queue(IntStream.range(0, 45).mapToObj(CourierTest::push).toArray(Push[]::new));

        run(courier(ChannelType.WEBHOOK, null), Duration.ofHours(1));

        assertThat(sentAfterS).hasSize(45).containsOnly(0L);
    }

    @Test
    void theLimitOfARobotHoldsAcrossARestart() throws Exception {
        queue(IntStream.range(0, 25).mapToObj(CourierTest::push).toArray(Push[]::new));
        run(courier(ChannelType.WECOM, null), Duration.ofSeconds(1));
        outbox.close();
        outbox = new Outbox(folder, 1L << 24);

        run(courier(ChannelType.WECOM, null), Duration.ofHours(1));

        assertThat(sentAfterS.subList(20, 25)).containsOnly(60L);
    }

    @Test
    void aRefusedPushIsKeptAndGoesToTheFallback() throws Exception {
        queue(push(0), push(1));
        Courier courier = courier(ChannelType.WEBHOOK, "mail", REFUSED, Outcome.DELIVERED);

        run(courier, Duration.ofHours(1));

        assertThat(outbox.dead(10)).singleElement().satisfies(dead -> {
            assertThat(dead.key()).isEqualTo("key-0");
            assertThat(dead.why()).isEqualTo("no such type");
        });
        Push diverted = outbox.first("mail").orElseThrow().push();
        assertThat(diverted.failedChannel()).isEqualTo("duty");
        assertThat(diverted.key()).isNotEqualTo("key-0");
        assertThat(sent).extracting(Push::key).containsExactly("key-0", "key-1");
    }

    @Test
    void givesUpAfterADay() throws Exception {
        queue(push(0));

        run(
                courier(
                        ChannelType.WEBHOOK,
                        null,
                        IntStream.range(0, 400).mapToObj(i -> BUSY).toArray(Outcome[]::new)),
                Duration.ofDays(3));

        assertThat(sentAfterS.get(sentAfterS.size() - 1)).isBetween(86_400L, 86_400L + 300);
        assertThat(Objects.requireNonNull(outbox.counts().get("duty")).dead()).isEqualTo(1);
    }

    @Test
    void aClockSetBackByADayDoesNotStopIt() throws Exception {
        queue(push(0));
        Courier courier = courier(ChannelType.WEBHOOK, null, BUSY, Outcome.DELIVERED);
        courier.carry();
        clock.advance(Duration.ofDays(-1));

        courier.carry();

        assertThat(sent).hasSize(2);
    }

    /** Does what it asks for until then. */
    private void run(Courier courier, Duration howLong) throws IOException, InterruptedException {
        Instant end = clock.instant().plus(howLong);
        for (Instant next = courier.carry(); next != null && next.isBefore(end); next = courier.carry()) {
            clock.set(next.isAfter(clock.instant()) ? next : clock.instant());
        }
    }

    private Courier courier(ChannelType type, @Nullable String fallback, Outcome... script) {
        List<Outcome> left = new ArrayList<>(List.of(script));
        return courier(type, fallback, (push, now) -> {
            sent.add(push);
            sentAfterS.add(Duration.between(NOON, now).toSeconds());
            return left.isEmpty() ? Outcome.DELIVERED : left.remove(0);
        });
    }

    private Courier courier(ChannelType type, @Nullable String fallback, Channel channel) {
        SecretSource secret = SecretSource.ofVariable("X");
        Endpoint endpoint =
                type == ChannelType.WEBHOOK ? Endpoint.of("http://localhost/", secret) : Endpoint.robot(secret, null);
        return new Courier(
                new ChannelSettings("duty", type, Locale.ENGLISH, endpoint, fallback, RetrySchedule.PUSHES),
                channel,
                outbox,
                clock);
    }

    private void queue(Push... pushes) throws IOException {
        outbox.commit(PlanState.EMPTY, PlanState.EMPTY, List.of(pushes), clock.instant());
    }

    private static Push push(int i) {
        Push push = PushSamples.push("duty", "n1");
        return new Push("key-" + i, "duty", push.form(), push.made(), push.items(), push.tallies(), null);
    }
}
