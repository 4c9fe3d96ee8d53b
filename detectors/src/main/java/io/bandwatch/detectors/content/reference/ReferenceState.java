package io.bandwatch.detectors.content.reference;

import io.bandwatch.detectors.content.Prints;
import io.bandwatch.detectors.content.ledger.Allowed;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link ReferenceDetector} remembers of one programme.
 *
 * @param reference last prints of the reference
 * @param air what is on air of it
 * @param allowed what was announced on air
 * @param announced what the reference announced, by its clock
 */
public record ReferenceState(Prints reference, List<AirLine> air, Allowed allowed, Allowed announced) {
    static final ReferenceState NOTHING =
            new ReferenceState(Prints.NOTHING, List.of(), Allowed.NOTHING, Allowed.NOTHING);

    ReferenceState with(Prints next) {
        return new ReferenceState(next, air, allowed, announced);
    }

    /** With this line at its place, the others as they were. */
    ReferenceState with(int place, AirLine line) {
        List<AirLine> next = new ArrayList<>(air);
        if (place < next.size()) {
            next.set(place, line);
        } else {
            next.add(line);
        }
        return new ReferenceState(reference, List.copyOf(next), allowed, announced);
    }

    /** With what became known of an insertion on air, in place of what was known of it. */
    ReferenceState with(AuthorisedInsertion insertion, Instant now) {
        return new ReferenceState(reference, air, allowed.with(insertion, now), announced);
    }

    /** With what the reference says of an insertion, in place of what it said of it. */
    ReferenceState withAnnounced(AuthorisedInsertion insertion, Instant now) {
        return new ReferenceState(reference, air, allowed, announced.with(insertion, now));
    }
}
