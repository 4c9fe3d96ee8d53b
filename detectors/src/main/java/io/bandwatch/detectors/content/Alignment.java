package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Found;
import io.bandwatch.detectors.content.matching.Stretch;

/** Finds the delay at which the last words of a programme are those of its reference. */
final class Alignment {
    /** A word each tenth of a second: neighbours closer than that say the same. */
    static final int STRIDE = 5;

    /** What is compared, steps: six seconds. */
    static final int WINDOW = 300;

    /** So many bits must be sure on both sides. */
    static final int LEAST_BITS = 300;

    /** How much better the best delay must be than others that are not next to it. */
    static final double MARGIN = 0.08;

    private static final int BESIDE = 15;

    private Alignment() {}

    /**
     * Compares a stretch at every delay in a range.
     *
     * @param least smallest delay, steps
     * @param most largest delay
     */
    static Found search(PrintLine air, PrintLine reference, Stretch stretch, long least, long most) {
        return Found.best(least, most, BESIDE, delay -> errors(air, reference, delay, stretch));
    }

    /** Share of bits that differ in a stretch at a delay; 1 where too little can be compared. */
    static double errors(PrintLine air, PrintLine reference, long delay, Stretch stretch) {
        long first = Math.max(Math.max(stretch.from(), air.from()), reference.from() + delay);
        long last = Math.min(Math.min(stretch.before(), air.until()), reference.until() + delay);
        int wrong = 0;
        int compared = 0;
        for (long step = -Math.floorDiv(-first, (long) STRIDE) * STRIDE; step < last; step += STRIDE) {
            long one = air.anyAt(step);
            long other = reference.at(step - delay);
            wrong += SoundWord.wrong(one, other);
            compared += Integer.bitCount(SoundWord.compared(one, other));
        }
        return compared < LEAST_BITS ? 1 : (double) wrong / compared;
    }
}
