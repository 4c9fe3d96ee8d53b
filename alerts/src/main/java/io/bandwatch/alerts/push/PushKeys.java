package io.bandwatch.alerts.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names pushes: the same things told on the same channel have the same name, whoever makes the push and when. */
public final class PushKeys {
    /** 96 bits: no two of a million million pushes share one, but for a chance of 1 in 100 000. */
    private static final int HASH_BYTES = 12;

    private PushKeys() {}

    /** The key of a push with these items. */
    public static String of(String channel, PushForm form, List<PushItem> items) {
        StringBuilder identity = new StringBuilder(channel).append('|').append(form.code());
        for (PushItem item : items) {
            identity.append('|')
                    .append(item.incident().id())
                    .append(' ')
                    .append(item.occasion().code())
                    .append(' ')
                    .append(item.incident().severity().code())
                    .append(' ')
                    .append(item.incident().phase())
                    .append(' ')
                    .append(item.times());
        }
        return hash(identity.toString());
    }

    static String diverted(String key, String channel) {
        return hash(key + '|' + channel);
    }

    private static String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
