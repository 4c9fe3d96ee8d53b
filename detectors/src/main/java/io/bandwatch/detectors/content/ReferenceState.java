package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.ledger.Allowed;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.picture.PictureLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link ReferenceDetector} remembers of one programme.
 *
 * @param reference last words of the reference
 * @param pictures its last pictures
 * @param air what is on air of it
 * @param allowed what was announced
 */
public record ReferenceState(PrintLine reference, PictureLine pictures, List<AirLine> air, Allowed allowed) {
    static final ReferenceState NOTHING =
            new ReferenceState(PrintLine.NOTHING, PictureLine.NOTHING, List.of(), Allowed.NOTHING);

    ReferenceState with(PrintLine heard, PictureLine seen) {
        return new ReferenceState(heard, seen, air, allowed);
    }

    /** With this line at its place, the others as they were. */
    ReferenceState with(int place, AirLine line) {
        List<AirLine> next = new ArrayList<>(air);
        if (place < next.size()) {
            next.set(place, line);
        } else {
            next.add(line);
        }
        return new ReferenceState(reference, pictures, List.copyOf(next), allowed);
    }

    /** With what became known of an insertion, in place of what was known of it. */
    ReferenceState with(AuthorisedInsertion insertion, Instant now) {
        return new ReferenceState(reference, pictures, air, allowed.with(insertion, now));
    }
}
