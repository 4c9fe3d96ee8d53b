package io.bandwatch.alerts.push.channel;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.ScriptedServer;
import io.bandwatch.alerts.push.ScriptedServer.Answer;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.ChannelType;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Alertmanager is sent, to a server that answers by a script. */
@Timeout(60)
class AlertmanagerChannelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void alertmanagerIsToldTheBeginAndTheEndOfTheSameAlert() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Answer.of(200, ""))) {
            Channel channel = HttpChannelsTest.channel(
                    new ChannelSettings(
                            "am",
                            ChannelType.ALERTMANAGER,
                            Locale.ENGLISH,
                            new Endpoint(
                                    server.url("/"),
                                    null,
                                    "bandwatch",
                                    SecretSource.ofVariable("SECRET"),
                                    null,
                                    Endpoint.Target.NONE),
                            null,
                            RetrySchedule.PUSHES),
                    Map.of("SECRET", "pass"));
            Push open = PushSamples.push("am", "n1");
            PushItem begun = open.items().get(0);
            PushItem ended = new PushItem(
                    PushSamples.closed(begun.incident(), NOON.plusSeconds(60)), Occasion.CLOSED, null, 0, 0);

            assertThat(channel.send(open, NOON)).isEqualTo(Outcome.DELIVERED);
            assertThat(channel.send(
                            new Push("k2", "am", PushForm.INCIDENTS, NOON, List.of(ended), List.of(), null), NOON))
                    .isEqualTo(Outcome.DELIVERED);

            ScriptedServer.Request request = server.requests().get(0);
            assertThat(request.uri().getPath()).isEqualTo("/api/v2/alerts");
            assertThat(request.headers()).containsEntry("authorization", "Basic YmFuZHdhdGNoOnBhc3M=");
            JsonNode first = JSON.readTree(request.body()).get(0);
            JsonNode second = JSON.readTree(server.requests().get(1).body()).get(0);
            assertThat(second.path("labels")).isEqualTo(first.path("labels"));
            assertThat(first.path("labels").path("alertname").asText()).isEqualTo("unlicensed-carrier");
            assertThat(first.path("labels").path("channel_hz").asText()).isEqualTo("98100000");
            assertThat(first.path("startsAt").asText()).isEqualTo("2026-03-02T04:00:00Z");
            assertThat(first.path("endsAt").asText()).isEqualTo("2027-03-02T04:00:00Z");
            assertThat(second.path("endsAt").asText()).isEqualTo("2026-03-02T04:01:00Z");
            assertThat(first.path("generatorURL").asText()).startsWith("https://console.example/incidents/");
        }
    }
}
