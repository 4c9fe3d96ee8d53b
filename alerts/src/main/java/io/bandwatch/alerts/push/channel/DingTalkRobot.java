package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.push.settings.Secret;
import io.bandwatch.alerts.push.text.PushText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A robot in a group of DingTalk (open.dingtalk.com, "custom robot access"): Markdown; {@code timestamp} (ms) and {@code
 * sign} stand in the address. The sign is HMAC-SHA256 over timestamp, line feed and secret, with the secret as key, in Base64.
 * More than 20 messages a minute shut a robot out for ten minutes.
 */
final class DingTalkRobot extends Robot {
    private static final int MOST_BYTES = 18_000;

    private final URI address;
    private final @Nullable Secret secret;

    DingTalkRobot(URI address, @Nullable Secret secret) {
        // 130101, 410100: too often; 40035, 400101, 400102, 400105: parameter, content or type is wrong
        super("errcode", "errmsg", Set.of(130101, 410100), Set.of(40035, 400101, 400105), Duration.ofMinutes(10));
        this.address = address;
        this.secret = secret;
    }

    @Override
    int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    URI address(Instant now) {
        if (secret == null) {
            return address;
        }
        long timestampMs = now.toEpochMilli();
        byte[] signed = (timestampMs + "\n" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        String sign = Base64.getEncoder().encodeToString(Hmac.sha256(secret.bytes(), signed));
        String parameters = "timestamp=" + timestampMs + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + parameters);
    }

    @Override
    ObjectNode message(PushText text, Instant now) {
        ObjectNode message = PushJson.object().put("msgtype", "markdown");
        message.putObject("markdown").put("title", text.title()).put("text", text.body());
        return message;
    }
}
