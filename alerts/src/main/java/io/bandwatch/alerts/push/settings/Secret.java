package io.bandwatch.alerts.push.settings;

import java.nio.charset.StandardCharsets;

/** Something that is never printed. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for whoever uses it. */
    public String reveal() {
        return value;
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** A text without it. */
    public String maskedIn(String text) {
        return value.isEmpty() ? text : text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
