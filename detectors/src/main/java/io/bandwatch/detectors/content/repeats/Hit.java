package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;
import java.util.Comparator;

/**
 * A word that was heard before.
 *
 * @param step at which it is heard, since 1970
 * @param other in which programme it was heard before
 * @param otherStep when, since 1970
 */
record Hit(long step, Subject other, long otherStep) {
    static final Comparator<Hit> ORDER =
            Comparator.comparingLong(Hit::step).thenComparing(Hit::other).thenComparingLong(Hit::otherStep);

    long lag() {
        return step - otherStep;
    }
}
