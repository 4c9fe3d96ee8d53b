package io.bandwatch.detectors.condition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition stands: the state of a {@link ConditionRule}.
 *
 * @param since begin of the run in which it holds, null where it does not
 * @param heldNs observed time in that run, ns
 * @param goneNs observed time since it last held, ns
 * @param lastHeld until when it last held, null before the first time
 * @param incident the incident that came of it, or null
 */
public record ConditionRun(
        @Nullable Instant since,
        long heldNs,
        long goneNs,
        @Nullable Instant lastHeld,
        @Nullable ConditionIncident incident) {
    /** Never held. */
    public static final ConditionRun NOTHING = new ConditionRun(null, 0, 0, null, null);

    /** Whether it was reported and still lasts. */
    public boolean isPresent() {
        return incident != null && incident.present();
    }

    /** The same of a run of which another measure tells that it began earlier; what was reported stands. */
    public ConditionRun begunBy(Instant earlier) {
        boolean later = since != null && earlier.isBefore(since) && !isPresent();
        return later ? new ConditionRun(earlier, heldNs, goneNs, lastHeld, incident) : this;
    }

    /** The same of a run of which it became known when it ended, which may be before what was last said of it. */
    public ConditionRun endedBy(Instant end) {
        if (since == null) {
            return this;
        }
        Instant until = end.isBefore(since) ? since : end;
        ConditionIncident same = incident == null || !incident.present() ? incident : incident.ended(until);
        return new ConditionRun(since, heldNs, goneNs, until, same);
    }

    /** How much more of a condition a reading knows that holds, ns: of what becomes known some time after it happened. */
    public long moreNs(Reading reading) {
        Instant from = since == null || lastHeld == null ? reading.from() : lastHeld;
        Instant to = reading.to();
        return from == null || to == null
                ? 0
                : Math.max(0, Duration.between(from, to).toNanos());
    }

    ConditionRun broken(@Nullable ConditionIncident next) {
        return new ConditionRun(null, 0, 0, lastHeld, next);
    }
}
