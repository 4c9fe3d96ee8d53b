package io.bandwatch.alerts.console.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** The secret that whoever changes something has to present. Only its digest is kept. */
public final class OperatorToken {
    /** What a header carries, and nobody guesses. */
    private static final Pattern USABLE = Pattern.compile("[!-~]{16,}");

    private final byte[] digest;

    /** @throws IllegalArgumentException if it is too short or cannot stand in a header; the message does not tell it */
    public OperatorToken(String secret) {
        if (!USABLE.matcher(secret).matches()) {
            throw new IllegalArgumentException("the operator token must be 16 or more visible ASCII characters without"
                    + " blanks; take what openssl rand -hex 32 prints");
        }
        this.digest = digest(secret);
    }

    /** Whether this is the token; takes as long for any wrong one. */
    boolean is(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
