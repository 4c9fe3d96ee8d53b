package io.bandwatch.alerts.push.channel;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushSamples;
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

@Timeout(60)
class MqttChannelTest {
    @Test
    void publishesWithAcknowledgement() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, true)) {
            Push push = PushSamples.push("broker", "n1");

            assertThat(channel(broker).send(push, NOON)).isEqualTo(Outcome.DELIVERED);

            ScriptedBroker.Publish publish = broker.published().get(0);
            assertThat(publish.topic()).isEqualTo("bandwatch/incidents");
            assertThat(publish.qos()).isEqualTo(1);
            assertThat(new ObjectMapper()
                            .readTree(publish.payload())
                            .path("key")
                            .asText())
                    .isEqualTo(push.key());
            assertThat(broker.connected().get(0).user()).isEqualTo("probe");
            assertThat(broker.connected().get(0).password()).isEqualTo("pass");
            assertThat(broker.connected().get(0).client()).isEqualTo("bandwatch-broker");
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgain() throws Exception {
        // 3.2.2.3 of MQTT 3.1.1: 5, not authorized
        try (ScriptedBroker broker = new ScriptedBroker(5, true)) {
            Outcome outcome = channel(broker).send(PushSamples.push("broker", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(broker.published()).isEmpty();
        }
    }

    @Test
    void whatIsNotAcknowledgedIsNotDelivered() throws Exception {
        try (ScriptedBroker broker = new ScriptedBroker(0, false)) {
            Outcome outcome = channel(broker).send(PushSamples.push("broker", "n1"), NOON);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.RETRY);
            assertThat(broker.published()).hasSize(1);
        }
    }

    @Test
    void noBrokerAtAllIsTriedAgain() throws Exception {
        ScriptedBroker gone = new ScriptedBroker(0, true);
        gone.close();

        assertThat(channel(gone).send(PushSamples.push("broker", "n1"), NOON).kind())
                .isEqualTo(Outcome.Kind.RETRY);
    }

    private static Channel channel(ScriptedBroker broker) {
        Endpoint endpoint = new Endpoint(
                broker.url(),
                null,
                "probe",
                SecretSource.ofVariable("SECRET"),
                null,
                new Endpoint.Target(null, List.of(), "bandwatch/incidents"));
        return HttpChannelsTest.channel(
                new ChannelSettings("broker", ChannelType.MQTT, Locale.ENGLISH, endpoint, null, RetrySchedule.PUSHES),
                Map.of("SECRET", "pass"));
    }
}
