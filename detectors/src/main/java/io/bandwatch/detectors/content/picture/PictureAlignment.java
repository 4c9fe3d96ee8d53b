package io.bandwatch.detectors.content.picture;

import io.bandwatch.detectors.content.matching.Found;
import io.bandwatch.detectors.content.matching.Stretch;
import io.bandwatch.signal.av.PicturePrint;

/** Finds the delay at which the last pictures of a programme are those of its reference. */
final class PictureAlignment {
    /** So many bits must be sure on both sides. */
    private static final int LEAST_BITS = 200;

    /** How much better the best delay must be than others that are not next to it. */
    static final double MARGIN = 0.1;

    /** Pictures of one scene are alike, steps: within two seconds, there need not be a cut. */
    private static final int BESIDE = 20;

    private PictureAlignment() {}

    /**
     * Compares a stretch at every delay in a range.
     *
     * @param least smallest delay, steps
     * @param most largest delay
     */
    static Found search(PictureLine air, PictureLine reference, Stretch stretch, long least, long most) {
        return Found.best(least, most, BESIDE, delay -> errors(air, reference, delay, stretch));
    }

    /** Share of bits that differ in a stretch at a delay; 1 where too little can be compared. */
    static double errors(PictureLine air, PictureLine reference, long delay, Stretch stretch) {
        long first = Math.max(Math.max(stretch.from(), air.from()), reference.from() + delay);
        long last = Math.min(Math.min(stretch.before(), air.until()), reference.until() + delay);
        int wrong = 0;
        int compared = 0;
        for (long step = first; step < last; step++) {
            int here = air.place(step);
            int there = reference.place(step - delay);
            wrong += PicturePrint.wrong(air.prints(), here, reference.prints(), there);
            compared += PicturePrint.compared(air.prints(), here, reference.prints(), there);
        }
        return compared < LEAST_BITS ? 1 : (double) wrong / compared;
    }
}
