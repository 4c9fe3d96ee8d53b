package io.bandwatch.alerts.push.plan;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Who is told when nobody acknowledges.
 *
 * @param after time since the first push about the incident
 * @param to names of channels
 */
public record Escalation(Duration after, List<String> to) implements Serializable {
    public Escalation {
        to = List.copyOf(to);
        if (after.isNegative() || after.isZero() || to.isEmpty()) {
            throw new IllegalArgumentException("an escalation needs a time and a channel, got " + after + " and " + to);
        }
    }
}
