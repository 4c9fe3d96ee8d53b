package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.push.settings.Secret;
import io.bandwatch.alerts.push.text.PushText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A robot in a group of Feishu (open.feishu.cn, "use custom bots in a group"): a card with Markdown; {@code timestamp} (s) and
 * {@code sign} stand in the message. The sign is HMAC-SHA256 over nothing, with timestamp, line feed and secret as key, in
 * Base64.
 */
final class FeishuRobot extends Robot {
    private static final int MOST_BYTES = 18_000;

    private final URI address;
    private final @Nullable Secret secret;

    FeishuRobot(URI address, @Nullable Secret secret) {
        // 11232: too often; 9499, 19002: the request is wrong
        super("code", "msg", Set.of(11232), Set.of(9499, 19002), Duration.ofMinutes(1));
        this.address = address;
        this.secret = secret;
    }

    @Override
    int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    URI address(Instant now) {
        return address;
    }

    @Override
    ObjectNode message(PushText text, Instant now) {
        ObjectNode message = PushJson.object();
        if (secret != null) {
            String timestamp = Long.toString(now.getEpochSecond());
            byte[] key = (timestamp + '\n' + secret.reveal()).getBytes(StandardCharsets.UTF_8);
            message.put("timestamp", timestamp)
                    .put("sign", Base64.getEncoder().encodeToString(Hmac.sha256(key, new byte[0])));
        }
        ObjectNode card = message.put("msg_type", "interactive").putObject("card");
        card.putObject("header").putObject("title").put("tag", "plain_text").put("content", text.title());
        card.putArray("elements").addObject().put("tag", "markdown").put("content", text.body());
        return message;
    }
}
