package io.bandwatch.detectors.content;

import io.bandwatch.signal.AudioMeasurement;

/**
 * The print of a moment of sound: {@value #BITS} bits, each whether one of two neighbouring pieces of the spectrogram swings
 * up where the other does not. Levels, equalisation and limiting move both alike and cancel.
 *
 * <p>With {@code m(b)} the mean level of band {@code b} in the {@value #SPAN} steps about the moment, {@code p(b)} in as
 * many before and {@code n(b)} in as many behind: bits 0 to 14 are the signs of {@code 2m - p - n} of a band against that of
 * the next higher one; bits 15 to 26 those of {@code n' - p'} of a band against the one four higher, {@code n'} and {@code p'}
 * being the means right before and behind the moment; the last five are such of half the bands and quarters of them. They
 * were chosen by measurement, decision 0015.
 *
 * <p>A bit whose two sides are within {@value #SURE_DB} dB of each other may turn over for nothing: it is not sure, and not
 * compared. A word is a {@code long}, the bits below, above which of them are sure. No bit of a quiet moment is.
 */
public final class SoundWord {
    /** Bits of a word. */
    public static final int BITS = 32;

    /** Steps that a mean spans. */
    static final int SPAN = 8;

    /** Steps that it takes on either side of the moment. */
    public static final int REACH = SPAN + SPAN / 2;

    /** What stands for a moment in which too little is heard to tell. */
    public static final long QUIET = 0;

    static final double SURE_DB = 1.5;

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;
    private static final int APART = 4;

    /** Bands that the widest bits add up; the others are multiplied to weigh as much. */
    private static final int MOST_BANDS = 8;

    /** {@link #SURE_DB} as a difference of such sums. */
    private static final double SURE = SURE_DB / AudioMeasurement.LEVEL_UNIT_DB * 2 * SPAN * MOST_BANDS;

    private SoundWord() {}

    /**
     * The word at the boundary before a step.
     *
     * @param levels {@value AudioMeasurement#PRINT_BANDS} a step
     * @param step with {@link #REACH} steps on either side
     */
    public static long of(byte[] levels, int step) {
        return word(differences(levels, step));
    }

    /**
     * What decides the bits of the word at the boundary before a step: a bit is set where its number is above zero, and the
     * surer the larger it is. All {@value #BITS} weigh alike.
     */
    public static int[] differences(byte[] levels, int step) {
        int[] bump = new int[BANDS];
        int[] rise = new int[BANDS];
        int half = SPAN / 2;
        for (int s = -REACH; s < REACH; s++) {
            int bumps = s < -half || s >= half ? -1 : 2;
            // twice, so that a decibel weighs as much as in the bumps
            int rises = s < -SPAN || s >= SPAN ? 0 : s < 0 ? -2 : 2;
            int at = (step + s) * BANDS;
            for (int b = 0; b < BANDS; b++) {
                bump[b] += bumps * levels[at + b];
                rise[b] += rises * levels[at + b];
            }
        }
        return differences(bump, rise);
    }

    private static int[] differences(int[] bump, int[] rise) {
        int[] all = new int[BITS];
        int bit = 0;
        for (int b = 0; b + 1 < BANDS; b++) {
            all[bit++] = MOST_BANDS * (bump[b] - bump[b + 1]);
        }
        for (int b = 0; b + APART < BANDS; b++) {
            all[bit++] = MOST_BANDS * (rise[b] - rise[b + APART]);
        }
        all[bit++] = MOST_BANDS / 4 * (sum(bump, 0, 4) - sum(bump, 4, 8));
        all[bit++] = MOST_BANDS / 4 * (sum(bump, 8, 12) - sum(bump, 12, 16));
        all[bit++] = sum(bump, 0, 8);
        all[bit++] = sum(rise, 8, 16);
        all[bit] = sum(rise, 0, 8) - sum(rise, 8, 16);
        return all;
    }

    /** The word that such numbers make. */
    public static long word(int[] differences) {
        long word = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int difference = differences[bit];
            word |= Math.abs(difference) >= SURE ? 1L << (bit + BITS) : 0;
            word |= difference > 0 ? 1L << bit : 0;
        }
        return word;
    }

    /** How many bits are sure. */
    public static int sure(long word) {
        return Integer.bitCount((int) (word >>> BITS));
    }

    /** Which bits are sure in both, as bits 0 to 31. */
    public static int compared(long one, long other) {
        return (int) ((one & other) >>> BITS);
    }

    /** How many of the bits that are sure in both differ. */
    public static int wrong(long one, long other) {
        return Integer.bitCount((int) (one ^ other) & compared(one, other));
    }

    private static int sum(int[] values, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Whether too little is heard at the boundary before a step to tell anything of it. */
    public static boolean isSilent(byte[] levels, int step) {
        return loudness(levels, step) < PrintLine.LEAST;
    }

    /** Mean level of the loudest band about a moment, in units of {@link AudioMeasurement#level}. */
    static double loudness(byte[] levels, int step) {
        int loudest = 0;
        for (int b = 0; b < BANDS; b++) {
            int sum = 0;
            for (int s = -SPAN / 2; s < SPAN / 2; s++) {
                sum += levels[(step + s) * BANDS + b];
            }
            loudest = Math.max(loudest, sum);
        }
        return (double) loudest / SPAN;
    }
}
