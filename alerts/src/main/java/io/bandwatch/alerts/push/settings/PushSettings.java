package io.bandwatch.alerts.push.settings;

import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.plan.PushRules;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the configuration says of pushes.
 *
 * @param channels channels, by unique names
 * @param rules who is told what
 * @param places where the feeds are
 * @param console address of the console that links lead to, or null
 * @param outboxBytes most bytes of the outbox on disk
 */
public record PushSettings(
        List<ChannelSettings> channels, PushRules rules, Places places, @Nullable String console, long outboxBytes)
        implements Serializable {
    /** 1 GiB: some hundred thousand pushes. */
    public static final long DEFAULT_OUTBOX_BYTES = 1L << 30;

    private static final long LEAST_OUTBOX_BYTES = 1L << 20;

    public PushSettings {
        channels = List.copyOf(channels);
        Set<String> names = new TreeSet<>();
        for (ChannelSettings channel : channels) {
            if (!names.add(channel.name())) {
                throw new IllegalArgumentException("two channels are called " + channel.name());
            }
        }
        for (ChannelSettings channel : channels) {
            if (channel.fallback() != null && !names.contains(channel.fallback())) {
                throw new IllegalArgumentException("channel " + channel.name() + ": its fallback " + channel.fallback()
                        + " is none of " + String.join(", ", names));
            }
        }
        for (String channel : rules.channels()) {
            if (!names.contains(channel)) {
                throw new IllegalArgumentException("the rules name the channel " + channel + ", which is none of "
                        + (names.isEmpty() ? "the channels: there are none" : String.join(", ", names)));
            }
        }
        if (outboxBytes < LEAST_OUTBOX_BYTES) {
            throw new IllegalArgumentException("the outbox needs 1 MiB at least, got " + outboxBytes + " bytes");
        }
    }
}
