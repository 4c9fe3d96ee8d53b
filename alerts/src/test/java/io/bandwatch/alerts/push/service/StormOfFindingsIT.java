package io.bandwatch.alerts.push.service;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.ManualClock;
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
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand findings through the whole service to a local server, which counts. The clock is set by hand. */
@Timeout(300)
class StormOfFindingsIT {
    private static final int FINDINGS = 1_000;
    private static final int KINDS = 25;

    @TempDir
    private Path folder;

    @Test
    void aThousandFindingsAreTwentyPushesAndOneThatCounts() throws Exception {
        ManualClock clock = new ManualClock(NOON);
        List<Incident> storm = storm();
        try (ScriptedServer server = new ScriptedServer(Answer.of(204, ""));
                PushService service =
                        new PushService(settings(server), folder, Map.of("SECRET", "a secret"), null, clock)) {
            service.start();

            for (Incident incident : storm) {
                service.accept(incident);
            }
            // 50 groups of a kind and a site have a first; the limit is 20 in ten minutes
            await(server, 20);
            clock.advance(Duration.ofMinutes(10));
            // seen before, so it makes nothing, but what has become due is done
            service.accept(storm.get(0));
            await(server, 21);
            clock.advance(Duration.ofHours(2));
            service.accept(storm.get(0));
            awaitNothingQueued(service);

            assertThat(server.requests()).hasSize(21);
            assertThat(told(server)).hasSize(FINDINGS);
        }
    }

    /** Every incident, once. */
    private static Set<String> told(ScriptedServer server) throws Exception {
        Set<String> told = new TreeSet<>();
        for (ScriptedServer.Request request : server.requests()) {
            for (JsonNode item : new ObjectMapper().readTree(request.body()).path("incidents")) {
                assertThat(told.add(item.path("incident").path("id").asText())).isTrue();
            }
        }
        return told;
    }

    private static void await(ScriptedServer server, int requests) throws InterruptedException {
        while (server.requests().size() < requests) {
            Thread.sleep(10);
        }
    }

    private static void awaitNothingQueued(PushService service) throws Exception {
        while (Objects.requireNonNull(service.health().channels().get("hook")).queued() > 0) {
            Thread.sleep(10);
        }
    }

    private static List<Incident> storm() {
        List<IncidentKind> kinds = new ArrayList<>(List.of(IncidentKind.values()));
        kinds.removeAll(List.of(IncidentKind.PROPAGATION_EVENT, IncidentKind.FEED_LOST));
        List<Incident> storm = new ArrayList<>();
        for (int i = 0; i < FINDINGS; i++) {
            Subject subject = Subject.carrier(i % 2 == 0 ? "n1" : "s1", 88_000_000 + i * 1_000L, 0);
            storm.add(PushSamples.opened(kinds.get(i / 2 % KINDS), subject, Severity.WARNING, NOON));
        }
        return storm;
    }

    private static PushSettings settings(ScriptedServer server) {
        ChannelSettings hook = new ChannelSettings(
                "hook",
                ChannelType.WEBHOOK,
                Locale.ENGLISH,
                Endpoint.of(server.url("/push"), SecretSource.ofVariable("SECRET")),
                null,
                RetrySchedule.PUSHES);
        return new PushSettings(
                List.of(hook),
                PushRules.of(PushRule.simple("all", PushRule.Match.ALL, List.of("hook"))),
                PushSamples.PLACES,
                null,
                PushSettings.DEFAULT_OUTBOX_BYTES);
    }
}
