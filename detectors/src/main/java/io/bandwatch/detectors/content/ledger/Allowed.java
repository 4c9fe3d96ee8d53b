package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be on air in place of a programme, as far as it became known.
 *
 * @param insertions those that are not over for long
 */
public record Allowed(List<AuthorisedInsertion> insertions) {
    /** Nothing is known. */
    public static final Allowed NOTHING = new Allowed(List.of());

    /** Longer than a difference is judged after the fact. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Of one subject the newest are kept: who sends cues without end does not fill the memory with them. */
    private static final int MOST = 64;

    /** With what became known of an insertion, in place of what was known of it. */
    public Allowed with(AuthorisedInsertion insertion, Instant now) {
        List<AuthorisedInsertion> next = new ArrayList<>(insertions);
        next.removeIf(one -> one.end().isBefore(now.minus(KEPT))
                || (one.id().equals(insertion.id()) && one.subject().equals(insertion.subject())));
        long others = next.stream()
                .filter(one -> one.subject().equals(insertion.subject()))
                .count();
        if (others >= MOST) {
            next.remove(first(next, insertion.subject()));
        }
        next.add(insertion);
        return new Allowed(List.copyOf(next));
    }

    private static int first(List<AuthorisedInsertion> list, Subject subject) {
        int place = 0;
        while (!list.get(place).subject().equals(subject)) {
            place++;
        }
        return place;
    }

    /** The same where a programme comes so much later than where they were announced. */
    public Stream<AuthorisedInsertion> at(Subject place, Duration later) {
        return insertions.stream().map(insertion -> insertion.at(place, later));
    }

    /**
     * What is allowed is no fault; what goes on after its end is one from there on.
     *
     * @param reading of what differs
     * @param subject where
     * @param others insertions that are known from elsewhere, such as those that were approved beforehand
     */
    public Reading unless(Reading reading, Subject subject, Stream<AuthorisedInsertion> others) {
        Instant from = reading.from();
        Instant to = reading.to();
        if (from == null || to == null) {
            return reading;
        }
        List<AuthorisedInsertion> known =
                Stream.concat(insertions.stream(), others).toList();
        if (known.stream().anyMatch(insertion -> insertion.allows(subject, to))) {
            return Reading.NO;
        }
        Instant rest = from;
        for (AuthorisedInsertion insertion : known) {
            Instant end = insertion.to();
            if (end != null && end.isAfter(rest) && insertion.allows(subject, from)) {
                rest = end;
            }
        }
        return reading.since(rest);
    }
}
