package io.bandwatch.alerts.push.service;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.journal.AcknowledgementTail;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.ScriptedServer;
import io.bandwatch.alerts.push.ScriptedServer.Answer;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.detectors.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the console hears of pushes. */
@Timeout(120)
class PushHealthTest {
    private static final ChannelHealth WELL = new ChannelHealth(0, null, 2, 7, 1, "");

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws Exception {
        PushHealthFile file = new PushHealthFile(folder);
        assertThat(file.read()).isEmpty();
        assertThat(file.problem(at(NOON))).contains("nobody has said yet how pushes do");

        PushHealth health = health("", new ChannelHealth(3, NOON.minusSeconds(5), 2, 7, 1, "HTTP 503"));
        file.write(health, NOON);
        assertThat(file.read()).contains(new PushHealthFile.Told(NOON, health));
        assertThat(file.problem(at(NOON.plusSeconds(10))))
                .as("a receiver may be away for a while")
                .isEmpty();
    }

    @Test
    void saysWhatReachesNobody() throws Exception {
        PushHealthFile file = new PushHealthFile(folder);
        file.write(health("", WELL), NOON);
        assertThat(file.problem(at(NOON.plusSeconds(61))))
                .as("whoever should have said it is gone")
                .hasValueSatisfying(text -> assertThat(text).contains("nobody has said since " + NOON));

        file.write(health("", new ChannelHealth(3, NOON.minusSeconds(121), 0, 7, 9, "HTTP 503")), NOON);
        assertThat(file.problem(at(NOON))).hasValueSatisfying(text -> assertThat(text)
                .contains("channel 'hook' has not delivered since", "3 wait (HTTP 503)"));

        file.write(health("the outbox cannot be written", WELL), NOON);
        assertThat(file.problem(at(NOON))).contains("the outbox cannot be written");

        Files.writeString(folder.resolve("health.json"), "{\"time\": \"noon\"}");
        assertThat(file.problem(at(NOON)))
                .hasValueSatisfying(text -> assertThat(text).contains("health.json is no account of pushes"));
    }

    @Test
    void anOutboxThatTakesNothingInIsSaidUntilItDoes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(503, "away"));
                PushService service = service(server, 1 << 20)) {
            service.start();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            service.accept(PushSamples.carrier("n1", 88_000_000 + i * 1_000L, Severity.MAJOR, NOON));
                        }
                    })
                    .isInstanceOf(IOException.class);
            // longer than the follower of what people say takes, which works all the time
            Thread.sleep(2500);
            assertThat(service.health().outboxProblem()).contains("outbox");
            PushHealthFile file = new PushHealthFile(folder.resolve("outbox"));
            while (file.problem(Clock.systemUTC()).isEmpty()) {
                Thread.sleep(50);
            }
            PushHealthFile.Told told = file.read().orElseThrow();
            assertThat(told.health().outboxProblem()).contains("outbox");
            assertThat(told.health().channels().get("hook"))
                    .satisfies(hook -> assertThat(hook.queued()).isPositive());
        }
    }

    private static PushHealth health(String problem, ChannelHealth hook) {
        return new PushHealth(new TreeMap<>(Map.of("hook", hook)), problem);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private PushService service(ScriptedServer server, long outboxBytes) throws Exception {
        ChannelSettings hook = new ChannelSettings(
                "hook",
                ChannelType.WEBHOOK,
                Locale.ENGLISH,
                Endpoint.of(server.url("/"), SecretSource.ofVariable("SECRET")),
                null,
                RetrySchedule.DEFAULT);
        PushRule rule = new PushRule(
                "all",
                PushRule.Match.ALL,
                List.of("hook"),
                Set.of(Occasion.values()),
                Duration.ZERO,
                Duration.ofMinutes(30),
                List.of());
        return new PushService(
                new PushSettings(List.of(hook), PushRules.of(rule), PushSamples.PLACES, null, outboxBytes),
                folder.resolve("outbox"),
                Map.of("SECRET", "a secret"),
                new AcknowledgementTail(folder.resolve("acknowledgements.jsonl")),
                Clock.systemUTC());
    }
}
