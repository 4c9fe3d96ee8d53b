package io.bandwatch.alerts.push.channel;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A topic of an MQTT broker (3.1.1, which every broker speaks): published with quality of service 1, so that the broker's
 * acknowledgement means that it has the message. A connection lives for one push, for pushes are rare.
 */
final class MqttChannel implements Channel {
    private static final int TIMEOUT_S = 30;
    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;

    private final ChannelSettings settings;
    private final URI address;
    private final @Nullable Secret password;
    private final Authorities authorities;
    private final PushJson json;

    MqttChannel(
            ChannelSettings settings, URI address, @Nullable Secret password, Authorities authorities, PushJson json) {
        this.settings = settings;
        this.address = address;
        this.password = password;
        this.authorities = authorities;
        this.json = json;
    }

    @Override
    public Outcome send(Push push, Instant now) throws InterruptedException {
        Mqtt3AsyncClient client = client();
        try {
            await(client.connect(connect()));
            await(client.publishWith()
                    .topic(String.valueOf(settings.endpoint().target().topic()))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(json.of(push))
                    .send());
            return Outcome.DELIVERED;
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return Outcome.retry(address.getHost() + ": " + cause.getClass().getSimpleName());
        } catch (TimeoutException silent) {
            return Outcome.retry(address.getHost() + ": no answer within " + TIMEOUT_S + " s");
        } finally {
            client.disconnect().exceptionally(neverConnected -> null);
        }
    }

    private static void await(Future<?> answer) throws InterruptedException, ExecutionException, TimeoutException {
        answer.get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    private Mqtt3AsyncClient client() {
        boolean tls = address.getScheme().equals("mqtts");
        int port = address.getPort() > 0 ? address.getPort() : tls ? TLS_PORT : PORT;
        Mqtt3ClientBuilder client = Mqtt3Client.builder()
                .identifier("bandwatch-" + settings.name())
                .serverHost(address.getHost())
                .serverPort(port);
        if (tls) {
            client = client.sslConfig(MqttClientSslConfig.builder()
                    .trustManagerFactory(authorities.factory())
                    .hostnameVerifier(null)
                    .build());
        }
        return client.buildAsync();
    }

    private Mqtt3Connect connect() {
        Mqtt3Connect connect = Mqtt3Connect.builder().cleanSession(true).build();
        String user = settings.endpoint().user();
        if (user == null || password == null) {
            return connect;
        }
        return connect.extend()
                .simpleAuth(Mqtt3SimpleAuth.builder()
                        .username(user)
                        .password(password.bytes())
                        .build())
                .build();
    }
}
