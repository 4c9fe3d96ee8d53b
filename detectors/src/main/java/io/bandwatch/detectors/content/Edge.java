package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Odds;
import io.bandwatch.detectors.content.matching.Phase;

/**
 * Finds where the sound of the reference became other sound or came back, of a stretch in which it is known to have done so:
 * where the evidence for the one before and for the other behind is most, by words and by shapes. Words decide that there
 * was a change; where one of the sounds hardly changes they say nothing of when, and shapes do.
 */
final class Edge {
    /** What last spoke for the same may have done so by chance: so much earlier a change is sought, steps. */
    private static final long BEFORE = 100;

    /** Bits that differ in the same sound near its edges. */
    private static final Odds WORDS = Odds.against(0.17);

    /** The bands of the same sound are less unlike, those of other sound more, dB. */
    private static final double UNLIKE_DB = 2.5;

    private static final double NATS_PER_DB = 1;

    /** The most that a shape says: much less than a word does that has bits. */
    private static final double MOST_NATS = 3;

    private Edge() {}

    /** Where it became something else, of which there is evidence now. */
    static long change(Following now, PrintLine air, PrintLine reference) {
        long from = Math.max(now.since(), Math.min(now.settled(), now.turned()) - BEFORE);
        return best(now, air, reference, now.delay(), new Sought(from, now.turned(), 1));
    }

    /** Where the same sound came back, at this delay. */
    static long back(Following now, PrintLine air, PrintLine reference, long delay) {
        boolean first = now.phase() == Phase.SOUGHT;
        Sought sought =
                first ? new Sought(Long.MIN_VALUE, Long.MAX_VALUE, -1) : new Sought(now.since(), now.settled(), -1);
        return best(now, air, reference, delay, sought);
    }

    /**
     * What is sought.
     *
     * @param from first step that it may be
     * @param before what it is if it lies before all that is still there to be compared
     * @param sign 1 for where other sound begins, -1 for where the same does
     */
    private record Sought(long from, long before, int sign) {}

    /** The step from which on all that is heard speaks most for what is sought. */
    private static long best(Following now, PrintLine air, PrintLine reference, long delay, Sought sought) {
        double sum = 0;
        double most = 0;
        long began = now.next();
        long first = Math.max(sought.from(), Math.max(air.from(), reference.from() + delay));
        for (long step = now.next(); step >= first; step -= Alignment.STRIDE) {
            sum += sought.sign() * nats(now, step, air, reference, delay);
            // of moments that say nothing, a change comes after them and a return before: pauses of the reference
            if (sought.sign() > 0 ? sum > most : sum >= most) {
                most = sum;
                began = step;
            }
        }
        boolean reached = began - Alignment.STRIDE < first;
        return reached ? Math.max(sought.from(), Math.min(began, sought.before())) : began;
    }

    private static double nats(Following now, long step, PrintLine air, PrintLine reference, long delay) {
        Moment moment = Moment.of(now, step, delay, air, reference);
        double unlikeDb = moment.unlikeDb(now, air, reference);
        double shape = Double.isNaN(unlikeDb) ? 0 : NATS_PER_DB * (unlikeDb - UNLIKE_DB);
        return moment.nats(WORDS) + Math.max(-MOST_NATS, Math.min(MOST_NATS, shape));
    }
}
