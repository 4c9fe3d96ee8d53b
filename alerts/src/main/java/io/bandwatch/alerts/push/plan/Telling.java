package io.bandwatch.alerts.push.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has been told about an incident, and when somebody is told again.
 *
 * @param rule name of the rule that matched, null before one has
 * @param channels those that have been told
 * @param repeat when it is told again, or null
 * @param escalation when others are told, or null
 * @param acknowledged whether somebody has said that he knows
 */
public record Telling(
        @Nullable String rule,
        List<String> channels,
        @Nullable Reminder repeat,
        @Nullable Reminder escalation,
        boolean acknowledged) {
    static final Telling NOBODY = new Telling(null, List.of(), null, null, false);

    /**
     * Something to be told later.
     *
     * @param times how often it was told
     * @param at when it is told next
     */
    public record Reminder(int times, Instant at) {
        boolean isDue(Instant now) {
            return !at.isAfter(now);
        }
    }

    boolean told() {
        return !channels.isEmpty();
    }

    Telling by(String name) {
        return new Telling(name, channels, repeat, escalation, acknowledged);
    }

    /** One more channel has been told; the first time the clocks of the rule begin. */
    Telling to(String channel, @Nullable PushRule rule, Instant now) {
        if (channels.contains(channel)) {
            return this;
        }
        List<String> more = new ArrayList<>(channels);
        more.add(channel);
        if (told() || rule == null || acknowledged) {
            return new Telling(this.rule, more, repeat, escalation, acknowledged);
        }
        Reminder again = rule.repeat() == null ? null : new Reminder(0, now.plus(rule.repeat()));
        Reminder others = rule.escalations().isEmpty()
                ? null
                : new Reminder(0, now.plus(rule.escalations().get(0).after()));
        return new Telling(this.rule, more, again, others, false);
    }

    Telling repeating(@Nullable Reminder next) {
        return new Telling(rule, channels, next, escalation, acknowledged);
    }

    Telling escalating(@Nullable Reminder next) {
        return new Telling(rule, channels, repeat, next, acknowledged);
    }

    /** Nobody needs to be told again. */
    Telling settled() {
        return new Telling(rule, channels, null, null, true);
    }
}
