package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.dsp.synth.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Foreign sound in a programme, in samples at 48 kHz.
 *
 * @param from first sample of the programme that it covers
 * @param length how many
 * @param source first sample of the foreign sound
 */
public record Insertion(int from, int length, int source) {
    private static final int[] LENGTHS_S = {5, 10, 20, 60};
    private static final int FIRST_S = 60;
    private static final int LEAST_BETWEEN_S = 40;
    private static final int BETWEEN_S = 40;
    private static final int TRIES = 1000;
    private static final int PIECE = Corpus.RATE_HZ / 2;

    /** Below, a piece of half a second is a pause: -45 dBFS. */
    private static final double PAUSE = Math.pow(10, -45 / 20.0) * -Short.MIN_VALUE;

    /** Insertions into an hour, of foreign sound that has no pause. */
    static List<Insertion> into(short[] programme, short[] foreign, long seed) {
        SeededRandom random = SeededRandom.forPurpose(seed, "insertions");
        List<Insertion> insertions = new ArrayList<>();
        int at = FIRST_S * Corpus.RATE_HZ;
        while (true) {
            int length = LENGTHS_S[insertions.size() % LENGTHS_S.length] * Corpus.RATE_HZ;
            if (at + length + LEAST_BETWEEN_S * Corpus.RATE_HZ > programme.length) {
                return insertions;
            }
            insertions.add(new Insertion(at, length, withoutPause(foreign, length, random)));
            at += length + LEAST_BETWEEN_S * Corpus.RATE_HZ + random.nextInt(BETWEEN_S * Corpus.RATE_HZ);
        }
    }

    private static int withoutPause(short[] foreign, int length, SeededRandom random) {
        for (int i = 0; i < TRIES; i++) {
            int from = random.nextInt(foreign.length - length);
            if (!hasPause(foreign, from, from + length)) {
                return from;
            }
        }
        throw new IllegalStateException("no " + length + " samples of foreign sound are without a pause");
    }

    /** Whether half a second from a sample to another is a pause. */
    public static boolean hasPause(short[] sound, int from, int to) {
        for (int piece = from; piece + PIECE <= to; piece += PIECE) {
            double square = 0;
            for (int i = piece; i < piece + PIECE; i++) {
                square += (double) sound[i] * sound[i];
            }
            if (Math.sqrt(square / PIECE) < PAUSE) {
                return true;
            }
        }
        return false;
    }

    /** Puts it where it belongs. */
    void put(short[] foreign, short[] programme) {
        System.arraycopy(foreign, source, programme, from, length);
    }

    double fromS() {
        return (double) from / Corpus.RATE_HZ;
    }

    double toS() {
        return (double) (from + length) / Corpus.RATE_HZ;
    }
}
