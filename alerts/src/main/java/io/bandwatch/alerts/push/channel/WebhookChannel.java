package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.settings.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A signed request to a program, as Standard Webhooks 1.0.0 has it: the headers {@code webhook-id} (the key of the push),
 * {@code webhook-timestamp} (s) and {@code webhook-signature} ({@code v1,} and the Base64 of HMAC-SHA256 over id, timestamp
 * and body, with points between). A secret that begins with {@code whsec_} is Base64 behind it; any other is taken as it is.
 */
final class WebhookChannel implements Channel {
    private static final String BASE64_PREFIX = "whsec_";

    private final HttpPoster poster;
    private final URI address;
    private final byte[] key;
    private final PushJson json;

    WebhookChannel(HttpPoster poster, URI address, Secret secret, PushJson json) {
        this.poster = poster;
        this.address = address;
        this.key = key(secret);
        this.json = json;
    }

    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        if (!text.startsWith(BASE64_PREFIX)) {
            return secret.bytes();
        }
        try {
            return Base64.getDecoder().decode(text.substring(BASE64_PREFIX.length()));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("what follows whsec_ in the secret is no Base64", malformed);
        }
    }

    @Override
    public Outcome send(Push push, Instant now) throws InterruptedException {
        byte[] body = json.of(push);
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = Map.of(
                "webhook-id", push.key(),
                "webhook-timestamp", timestamp,
                "webhook-signature", signature(push.key(), timestamp, body));
        return poster.post(address, headers, body, answer -> Outcome.DELIVERED);
    }

    private String signature(String id, String timestamp, byte[] body) {
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[head.length + body.length];
        System.arraycopy(head, 0, signed, 0, head.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return "v1," + Base64.getEncoder().encodeToString(Hmac.sha256(key, signed));
    }
}
