package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.Endpoint;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.Secret;
import io.bandwatch.alerts.push.text.PushTexts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens channels. */
public final class Channels {
    private final PushSettings settings;
    private final Map<String, String> environment;

    /**
     * What opens the channels of a configuration.
     *
     * @param environment where secrets are that are not in files
     */
    public Channels(PushSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * One channel. Nothing is connected yet.
     *
     * @throws IllegalArgumentException if its secret, address or certificates cannot be used; names the channel, tells no
     *     secret
     */
    public Channel open(ChannelSettings channel) {
        try {
            return opened(channel);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("channel " + channel.name() + ": " + unusable.getMessage(), unusable);
        }
    }

    private Channel opened(ChannelSettings channel) {
        Endpoint endpoint = channel.endpoint();
        URI address = endpoint.resolve(channel.type().schemes(), environment);
        Secret secret = endpoint.secret() == null ? null : endpoint.secret().read(environment);
        Places places = settings.places();
        PushTexts texts = new PushTexts(new Messages(channel.language()), places, settings.console());
        PushJson json = new PushJson(texts, places);
        Authorities authorities = Authorities.of(endpoint.authorities());
        HttpPoster poster = new HttpPoster(authorities.context());
        return switch (channel.type()) {
            case WEBHOOK -> new WebhookChannel(poster, address, Objects.requireNonNull(secret), json);
            case SMTP -> new MailChannel(address, endpoint, secret, authorities, texts);
            case WECOM -> new RobotChannel(poster, new WeComRobot(address), texts);
            case DINGTALK -> new RobotChannel(poster, new DingTalkRobot(address, secret), texts);
            case FEISHU -> new RobotChannel(poster, new FeishuRobot(address, secret), texts);
            case MQTT -> new MqttChannel(channel, address, secret, authorities, json);
            case ALERTMANAGER ->
                new AlertmanagerChannel(poster, address, login(endpoint.user(), secret), texts, places);
        };
    }

    /** RFC 7617. */
    private static Map<String, String> login(@Nullable String user, @Nullable Secret password) {
        if (user == null || password == null) {
            return Map.of();
        }
        byte[] both = (user + ':' + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Map.of("authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
}
