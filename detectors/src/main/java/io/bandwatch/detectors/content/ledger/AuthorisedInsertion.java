package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An insertion that is allowed, as far as it is known: one of the same id replaces it when more is.
 *
 * @param id the same for all that is learned of it
 * @param subject where; without a service or channel, all of its feed
 * @param kind why
 * @param known when it became known
 * @param from first instant
 * @param to first instant after it; null while nobody has said when it ends
 * @param event number of the cue, or of the approval
 * @param note what a schedule says of it, or null
 * @param cancelled whether it was called off before it began
 */
public record AuthorisedInsertion(
        String id,
        Subject subject,
        InsertionKind kind,
        Instant known,
        Instant from,
        @Nullable Instant to,
        String event,
        @Nullable String note,
        boolean cancelled) {
    /** Coders and splicers are not exact, and a programme's pictures begin up to a second after its clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** What leaves and never returns is a break no more: the longest are hours of a network's night. */
    private static final Duration LONGEST = Duration.ofHours(4);

    /** An id that is a function of what is inserted where and when. */
    static String id(InsertionKind kind, Subject subject, String event, Instant from) {
        String place = subject.isService()
                ? "service-" + subject.serviceId() + '-'
                : subject.isWholeFeed() ? "" : subject.channelHz() + "-";
        return kind.code() + '-' + place + event + '-' + from.toEpochMilli();
    }

    /** Whether it allows other content in a programme at an instant. */
    public boolean allows(Subject programme, Instant at) {
        return !cancelled && concerns(programme) && !at.isBefore(from.minus(TOLERANCE)) && at.isBefore(end());
    }

    /** The instant from which on it allows nothing more. */
    public Instant end() {
        return (to == null ? from.plus(LONGEST) : to).plus(TOLERANCE);
    }

    /** The same, which ends then. */
    AuthorisedInsertion until(Instant end) {
        return new AuthorisedInsertion(id, subject, kind, known, from, end, event, note, cancelled);
    }

    /** The same, called off. */
    AuthorisedInsertion calledOff() {
        return new AuthorisedInsertion(id, subject, kind, known, from, to, event, note, true);
    }

    /** The same where a programme comes so much later than where it was announced. */
    AuthorisedInsertion at(Subject place, Duration later) {
        Instant end = to == null ? null : to.plus(later);
        return new AuthorisedInsertion(
                id, place, kind, known.plus(later), from.plus(later), end, event, note, cancelled);
    }

    /** The same where a programme comes at most so much later than where it was announced, and nobody knows how much. */
    AuthorisedInsertion within(Subject place, Duration latest) {
        Instant end = to == null ? null : to.plus(latest);
        return new AuthorisedInsertion(id, place, kind, known, from, end, event, note, cancelled);
    }

    private boolean concerns(Subject programme) {
        return subject.isWholeFeed() ? subject.feed().equals(programme.feed()) : subject.equals(programme);
    }
}
