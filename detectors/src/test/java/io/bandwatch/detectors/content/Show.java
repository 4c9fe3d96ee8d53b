package io.bandwatch.detectors.content;

import io.bandwatch.signal.av.PicturePrint;
import java.util.Arrays;
import java.util.Random;

/** Prints of pictures that are made up: scenes of one to four seconds, in each of which a few bits change from step to step. */
public final class Show {
    static final int STEPS_PER_S = 10;

    private static final int LONGS = PicturePrint.LONGS;
    private static final long ALL = (1L << PicturePrint.BITS) - 1;
    private static final double CHANGING = 0.01;

    private final long[] prints;

    private Show(long[] prints) {
        this.prints = prints;
    }

    public static Show of(int seconds, long seed) {
        Random random = new Random(seed);
        long[] prints = new long[seconds * STEPS_PER_S * LONGS];
        int left = 0;
        for (int at = 0; at < prints.length; at += LONGS) {
            boolean cut = left-- == 0;
            left = cut ? STEPS_PER_S + random.nextInt(3 * STEPS_PER_S) : left;
            for (int i = 0; i < LONGS / 2; i++) {
                // a third of the bits is sure
                prints[at + i] = cut ? random.nextLong() & ALL : prints[at + i - LONGS] ^ few(random, CHANGING);
                prints[at + 2 + i] = cut ? few(random, 0.35) : prints[at + 2 + i - LONGS] ^ few(random, CHANGING);
            }
        }
        return new Show(prints);
    }

    /** Shots of two to twenty seconds of pictures that stand, of so many scenes, which come again and again. */
    public static Show ofRecurring(int seconds, int scenes, long seed) {
        Random random = new Random(seed);
        Show some = of(scenes * 5, seed + 1);
        long[] prints = new long[seconds * STEPS_PER_S * LONGS];
        int left = 0;
        int scene = 0;
        for (int at = 0; at < prints.length; at += LONGS) {
            if (left-- == 0) {
                left = 2 * STEPS_PER_S + random.nextInt(18 * STEPS_PER_S);
                scene = (scene + 1 + random.nextInt(scenes - 1)) % scenes;
            }
            System.arraycopy(some.prints, scene * 5 * STEPS_PER_S * LONGS, prints, at, LONGS);
        }
        return new Show(prints);
    }

    private static long few(Random random, double share) {
        long bits = 0;
        for (int bit = 0; bit < PicturePrint.BITS; bit++) {
            bits |= random.nextDouble() < share ? 1L << bit : 0;
        }
        return bits;
    }

    /** The same, from one second to another replaced. */
    public Show with(int fromS, int toS, Show other) {
        long[] next = prints.clone();
        int from = fromS * STEPS_PER_S * LONGS;
        System.arraycopy(other.prints, 0, next, from, (toS - fromS) * STEPS_PER_S * LONGS);
        return new Show(next);
    }

    /** The same, from one second to another the picture of another second. */
    public Show standing(int fromS, int toS, int secondS) {
        long[] next = prints.clone();
        for (int step = fromS * STEPS_PER_S; step < toS * STEPS_PER_S; step++) {
            System.arraycopy(prints, secondS * STEPS_PER_S * LONGS, next, step * LONGS, LONGS);
        }
        return new Show(next);
    }

    /** The same, black from one second to another. */
    public Show black(int fromS, int toS) {
        long[] next = prints.clone();
        Arrays.fill(next, fromS * STEPS_PER_S * LONGS, toS * STEPS_PER_S * LONGS, 0);
        return new Show(next);
    }

    /** The same with a logo, subtitles and a coarse coder: of this share of the bits nobody knows. */
    public Show spoiled(double share, long seed) {
        Random random = new Random(seed);
        long[] next = prints.clone();
        for (int at = 0; at < next.length; at += LONGS) {
            next[at] ^= few(random, share);
            next[at + 1] ^= few(random, share);
        }
        return new Show(next);
    }

    /** Its prints in looks of 200 ms. */
    public long[] look(int number) {
        return Arrays.copyOfRange(prints, number * 2 * LONGS, (number + 1) * 2 * LONGS);
    }

    public int looks() {
        return prints.length / (2 * LONGS);
    }
}
