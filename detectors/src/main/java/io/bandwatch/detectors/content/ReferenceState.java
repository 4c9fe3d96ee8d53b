package io.bandwatch.detectors.content;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link ReferenceDetector} remembers of one programme.
 *
 * @param reference last words of the reference
 * @param air what is on air of it
 */
public record ReferenceState(PrintLine reference, List<AirLine> air) {
    static final ReferenceState NOTHING = new ReferenceState(PrintLine.NOTHING, List.of());

    ReferenceState with(PrintLine next) {
        return new ReferenceState(next, air);
    }

    /** With this line at its place, the others as they were. */
    ReferenceState with(int place, AirLine line) {
        List<AirLine> next = new ArrayList<>(air);
        if (place < next.size()) {
            next.set(place, line);
        } else {
            next.add(line);
        }
        return new ReferenceState(reference, List.copyOf(next));
    }
}
