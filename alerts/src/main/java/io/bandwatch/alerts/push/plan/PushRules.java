package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Place;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All rules.
 *
 * @param rules the first that matches is the one; where none matches nobody is told
 * @param quiet when people are left alone, or null for never
 * @param storm how many pushes a channel gets one by one
 * @param settle after a cover holds no more, what it explained has this long to close, too, before it is told
 * @param forgetAfter how long a closed incident is remembered, so that one handed in again is known
 */
public record PushRules(
        List<PushRule> rules, @Nullable QuietHours quiet, StormLimit storm, Duration settle, Duration forgetAfter)
        implements Serializable {
    public static final Duration DEFAULT_SETTLE = Duration.ofMinutes(2);
    public static final Duration DEFAULT_FORGET_AFTER = Duration.ofDays(7);

    public PushRules {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (PushRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two rules are called " + rule.name());
            }
        }
        if (settle.isNegative() || forgetAfter.isNegative() || forgetAfter.isZero()) {
            throw new IllegalArgumentException(
                    "settle must be 0 s or more and forgetAfter more, got " + settle + " and " + forgetAfter);
        }
    }

    /** Those with the usual limits. */
    public static PushRules of(PushRule... rules) {
        return new PushRules(List.of(rules), null, StormLimit.DEFAULT, DEFAULT_SETTLE, DEFAULT_FORGET_AFTER);
    }

    /** Every channel that somebody is told by. */
    public Set<String> channels() {
        Set<String> channels = new TreeSet<>();
        for (PushRule rule : rules) {
            channels.addAll(rule.to());
            rule.escalations().forEach(escalation -> channels.addAll(escalation.to()));
        }
        return channels;
    }

    Optional<PushRule> matching(Incident incident, Place place, Instant now) {
        return rules.stream()
                .filter(rule -> rule.match().matches(incident, place, now))
                .findFirst();
    }

    Optional<PushRule> named(@Nullable String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    boolean isQuiet(Incident incident, Place place, Instant now) {
        return quiet != null
                && incident.severity().compareTo(quiet.below()) < 0
                && quiet.hours().contains(now, place.zone());
    }
}
