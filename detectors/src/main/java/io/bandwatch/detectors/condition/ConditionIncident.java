package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * A condition that was reported and is not done with.
 *
 * @param subject what it is about
 * @param onset begin of the first presence
 * @param since begin of the last presence
 * @param until until when the condition last held
 * @param present whether the last presence still lasts
 * @param escalated whether it is a major matter
 * @param last the last reading that held
 */
public record ConditionIncident(
        Subject subject,
        Instant onset,
        Instant since,
        Instant until,
        boolean present,
        boolean escalated,
        Reading last) {

    ConditionIncident held(Instant end, Reading reading) {
        return new ConditionIncident(subject, onset, since, end, true, escalated, reading);
    }

    /** The same, of which it became known until when it held. */
    ConditionIncident ended(Instant end) {
        return new ConditionIncident(subject, onset, since, end, present, escalated, last);
    }

    ConditionIncident resumed(Instant from, Instant end, Reading reading) {
        return new ConditionIncident(subject, onset, from, end, true, escalated, reading);
    }

    ConditionIncident major() {
        return new ConditionIncident(subject, onset, since, until, present, true, last);
    }

    ConditionIncident paused() {
        return new ConditionIncident(subject, onset, since, until, false, escalated, last);
    }
}
