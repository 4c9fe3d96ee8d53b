package io.bandwatch.detectors.content;

import java.util.Arrays;

/** Finds the delay at which the last words of a programme are those of its reference. */
final class Alignment {
    /** A word each tenth of a second: neighbours closer than that say the same. */
    static final int STRIDE = 5;

    /** What is compared, steps: six seconds. */
    static final int WINDOW = 300;

    /** So many bits must be sure on both sides. */
    static final int LEAST_BITS = 300;

    /** How much better the best delay must be than others that are not next to it. */
    private static final double MARGIN = 0.08;

    private static final int BESIDE = 15;

    private Alignment() {}

    /**
     * Where words are compared.
     *
     * @param from first step
     * @param before step behind the last one
     */
    record Stretch(long from, long before) {}

    /**
     * What was found.
     *
     * @param delay steps by which the programme comes later
     * @param errors share of bits that differ; 1 where too little could be compared
     * @param rival the least share at any other delay
     */
    record Found(long delay, double errors, double rival) {
        static final Found NOTHING = new Found(0, 1, 1);

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
    static Found search(PrintLine air, PrintLine reference, Stretch stretch, long least, long most) {
        double[] shares = new double[(int) (most - least + 1)];
        Arrays.fill(shares, 1);
        int best = -1;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = errors(air, reference, least + i, stretch);
            best = best < 0 || shares[i] < shares[best] ? i : best;
        }
        if (best < 0 || shares[best] == 1) {
            return Found.NOTHING;
        }
        double rival = 1;
        for (int i = 0; i < shares.length; i++) {
            rival = Math.abs(i - best) > BESIDE ? Math.min(rival, shares[i]) : rival;
        }
        return new Found(least + best, shares[best], rival);
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
