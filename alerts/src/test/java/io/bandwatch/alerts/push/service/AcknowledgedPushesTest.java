package io.bandwatch.alerts.push.service;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.journal.Acknowledgement;
import io.bandwatch.alerts.journal.AcknowledgementTail;
import io.bandwatch.alerts.journal.Acknowledgements;
import io.bandwatch.alerts.push.ManualClock;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.ScriptedServer;
import io.bandwatch.alerts.push.ScriptedServer.Answer;
import io.bandwatch.alerts.push.plan.Escalation;
import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.plan.PushRules;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.detectors.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people say that they know of, over restarts of the service. The clock is set by hand. */
@Timeout(120)
class AcknowledgedPushesTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(NOON);

    @Test
    void whatSomebodyKnowsOfIsToldAgainOnlyWhenItIsOver() throws Exception {
        Incident known = PushSamples.carrier("n1", 98_100_000, Severity.MAJOR, NOON);
        Incident unknown = PushSamples.carrier("n1", 98_300_000, Severity.MAJOR, NOON);
        Incident knownBefore = PushSamples.carrier("n1", 98_500_000, Severity.MAJOR, NOON);
        Acknowledgements said = new Acknowledgements(folder.resolve("acknowledgements.jsonl"));
        try (ScriptedServer server = new ScriptedServer(Answer.of(204, ""))) {
            try (PushService first = service(server)) {
                first.accept(known);
                first.accept(unknown);
            }
            // nobody follows now, and repeat and escalation become due
            say(said, known);
            say(said, knownBefore);
            clock.advance(Duration.ofMinutes(40));
            try (PushService second = service(server)) {
                second.start();
                second.accept(knownBefore);
                clock.advance(Duration.ofMinutes(40));
                second.accept(knownBefore);
            }
            try (PushService third = service(server)) {
                third.start();
                for (Incident incident : List.of(known, unknown, knownBefore)) {
                    third.accept(PushSamples.closed(incident, NOON.plus(Duration.ofMinutes(90))));
                }
                while (occasions(server, knownBefore).size() < 2) {
                    // what the end of the one before cut short is tried again when its time has come
                    clock.advance(Duration.ofSeconds(1));
                    Thread.sleep(10);
                }
            }
            assertThat(occasions(server, known)).containsExactly("opened", "closed");
            assertThat(occasions(server, knownBefore)).containsExactly("opened", "closed");
            assertThat(occasions(server, unknown))
                    .as("what nobody knows of")
                    .containsExactlyInAnyOrder("opened", "repeated", "unacknowledged", "repeated", "closed");
        }
    }

    @Test
    void whatIsSaidWhileItRunsIsTakenUp() throws Exception {
        Incident incident = PushSamples.carrier("n1", 98_100_000, Severity.MAJOR, NOON);
        Acknowledgements said = new Acknowledgements(folder.resolve("acknowledgements.jsonl"));
        try (ScriptedServer server = new ScriptedServer(Answer.of(204, ""));
                PushService service = service(server)) {
            service.start();
            service.accept(incident);
            say(said, incident);
            while (!service.isAcknowledged(incident.id())) {
                Thread.sleep(10);
            }
            clock.advance(Duration.ofHours(9));
            service.accept(PushSamples.closed(incident, clock.instant()));
            while (occasions(server, incident).size() < 2) {
                Thread.sleep(10);
            }
            assertThat(occasions(server, incident)).containsExactly("opened", "closed");
        }
    }

    private static void say(Acknowledgements said, Incident incident) throws Exception {
        assertThat(said.add(new Acknowledgement(incident.id(), NOON, "", "")).incident())
                .isEqualTo(incident.id());
    }

    /** What was told of an incident, in order; a push that came twice has one key. */
    private static List<String> occasions(ScriptedServer server, Incident incident) throws Exception {
        List<String> occasions = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (ScriptedServer.Request request : server.requests()) {
            JsonNode push = new ObjectMapper().readTree(request.body());
            if (!keys.add(push.path("key").asText())) {
                continue;
            }
            for (JsonNode item : push.path("incidents")) {
                if (item.at("/incident/id").asText().equals(incident.id())) {
                    occasions.add(item.path("occasion").asText());
                }
            }
        }
        return occasions;
    }

    private PushService service(ScriptedServer server) throws Exception {
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
                List.of(new Escalation(Duration.ofMinutes(15), List.of("hook"))));
        PushSettings settings = new PushSettings(
                List.of(hook), PushRules.of(rule), PushSamples.PLACES, null, PushSettings.DEFAULT_OUTBOX_BYTES);
        return new PushService(
                settings,
                folder.resolve("outbox"),
                Map.of("SECRET", "a secret"),
                new AcknowledgementTail(folder.resolve("acknowledgements.jsonl")),
                clock);
    }
}
