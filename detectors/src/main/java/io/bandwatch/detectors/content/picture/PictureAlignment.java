package io.bandwatch.detectors.content.picture;

import io.bandwatch.signal.av.PicturePrint;
import java.util.Arrays;

/** Finds the delay at which the last pictures of a programme are those of its reference. */
final class PictureAlignment {
    /** So many bits must be sure on both sides. */
    private static final int LEAST_BITS = 200;

    /** How much better the best delay must be than others that are not next to it. */
    private static final double MARGIN = 0.1;

    /** Pictures of one scene are alike, steps: within two seconds, there need not be a cut. */
    private static final int BESIDE = 20;

    private PictureAlignment() {}

    /**
     * Where pictures are compared.
     *
     * @param from first step
     * @param before step behind the last one
     */
    record Stretch(long from, long before) {}

    /**
     * What was found.
     *
     * @param delay steps by which they come later
     * @param errors share of bits that differ; 1 where too little could be compared
     * @param rival the least share at any other delay
     */
    record Found(long delay, double errors, double rival) {
        boolean isClear(double most) {
            return errors <= most && errors <= rival - MARGIN;
        }
    }

    /**
     * Compares a stretch at every delay in a range.
     *
     * @param least smallest delay, steps
     * @param most largest delay
     */
    static Found search(PictureLine air, PictureLine reference, Stretch stretch, long least, long most) {
        double[] shares = new double[(int) (most - least + 1)];
        Arrays.fill(shares, 1);
        int best = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = errors(air, reference, least + i, stretch);
            best = shares[i] < shares[best] ? i : best;
        }
        double rival = 1;
        for (int i = 0; i < shares.length; i++) {
            rival = Math.abs(i - best) > BESIDE ? Math.min(rival, shares[i]) : rival;
        }
        return new Found(least + best, shares[best], rival);
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
