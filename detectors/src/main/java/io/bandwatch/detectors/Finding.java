package io.bandwatch.detectors;

import java.time.Instant;

/**
 * What a detector judged. Findings about one kind and subject arrive in time order and follow one grammar:
 *
 * <pre>RAISED (ESCALATED | REVISED | PAUSED | RESUMED)* ENDED?</pre>
 *
 * <p>where {@code PAUSED} and {@code RESUMED} alternate, beginning with {@code PAUSED}.
 *
 * <p>{@code RAISED}: the condition has lasted for the hold time. {@code ESCALATED}: severity rises. {@code REVISED}: it
 * lasts, and its reasons are others than were told. {@code PAUSED}: one presence is over (clear time passed), the condition
 * may come back. {@code RESUMED}: it came back, another presence of the same incident. {@code ENDED}: it is over;
 * {@code until} says since when. A condition that still runs when the recording ends sends no {@code ENDED}.
 *
 * @param kind what kind of incident this makes
 * @param phase see above
 * @param subject what it is about
 * @param severity severity from now on
 * @param onset begin of the condition: the first presence of the incident; the same in all findings of one incident
 * @param since begin of the present presence
 * @param until end of the last presence; equal to {@code at} while it lasts
 * @param at event time at which this was judged
 * @param measured the number that was compared, in {@code unit}
 * @param threshold the number that it was compared with, in {@code unit}
 * @param unit unit of both
 * @param reasons why
 * @param registerVersion short hash of the register that was consulted, empty without one
 */
public record Finding(
        IncidentKind kind,
        Phase phase,
        Subject subject,
        Severity severity,
        Instant onset,
        Instant since,
        Instant until,
        Instant at,
        double measured,
        double threshold,
        String unit,
        Reason[] reasons,
        String registerVersion) {

    /** The word of the grammar above. */
    public enum Phase {
        RAISED,
        ESCALATED,
        REVISED,
        PAUSED,
        RESUMED,
        ENDED
    }

    /** Key of the incident's history: kind and subject. */
    public String incidentKey() {
        return kind.code() + '|' + subject.place();
    }
}
