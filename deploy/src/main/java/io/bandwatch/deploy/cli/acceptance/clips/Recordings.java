package io.bandwatch.deploy.cli.acceptance.clips;

import io.bandwatch.deploy.cli.acceptance.content.Heard;
import io.bandwatch.dsp.fft.RealFft;
import java.util.Arrays;

/**
 * Whether two sounds are the same recording: their waveforms correlate, which those of another recording of the same piece do
 * not. Not thread-safe.
 */
final class Recordings {
    /** What is correlated, samples: 3 s. */
    private static final int LENGTH = 3 * Heard.WAVE_HZ;

    /** More than 20 s. */
    private static final int SIZE = 1 << 17;

    /** Mean square below which nothing is heard. */
    private static final double QUIET = 1e-7;

    private final RealFft transform = new RealFft(SIZE);

    /**
     * The most that 3 s of a sound correlate with any 3 s of a piece of another; 0 where one of them is not there or silent.
     *
     * @param one a sound
     * @param oneS second from which on 3 s of it are taken
     * @param other another sound
     * @param fromS first second of its piece
     * @param toS end of its piece, at most 21 s later
     */
    double correlation(float[] one, double oneS, float[] other, double fromS, double toS) {
        int at = sample(oneS);
        int from = Math.max(0, sample(fromS));
        int to = Math.min(other.length, sample(toS));
        if (at < 0 || at + LENGTH > one.length || to - from < LENGTH) {
            return 0;
        }
        float[] sought = Arrays.copyOf(Arrays.copyOfRange(one, at, at + LENGTH), SIZE);
        float[] piece = Arrays.copyOf(Arrays.copyOfRange(other, from, to), SIZE);
        double power = square(one, at);
        double beside = square(other, from);
        correlate(sought, piece);
        double most = 0;
        for (int shift = 0; shift + LENGTH <= to - from; shift++) {
            if (power > QUIET * LENGTH && beside > QUIET * LENGTH) {
                most = Math.max(most, Math.abs(piece[shift]) / Math.sqrt(power * beside));
            }
            if (from + shift + LENGTH < other.length) {
                beside += (double) other[from + shift + LENGTH] * other[from + shift + LENGTH]
                        - (double) other[from + shift] * other[from + shift];
            }
        }
        return most;
    }

    /** Puts into the piece the sum of its products with what is sought, for each place of that. */
    private void correlate(float[] sought, float[] piece) {
        transform.forward(sought);
        transform.forward(piece);
        piece[0] *= sought[0];
        piece[1] *= sought[1];
        for (int bin = 1; bin < SIZE / 2; bin++) {
            float re = piece[2 * bin] * sought[2 * bin] + piece[2 * bin + 1] * sought[2 * bin + 1];
            float im = piece[2 * bin + 1] * sought[2 * bin] - piece[2 * bin] * sought[2 * bin + 1];
            piece[2 * bin] = re;
            piece[2 * bin + 1] = im;
        }
        transform.inverse(piece);
    }

    private static int sample(double second) {
        return (int) Math.rint(second * Heard.WAVE_HZ);
    }

    private static double square(float[] wave, int from) {
        double square = 0;
        for (int i = from; i < from + LENGTH; i++) {
            square += (double) wave[i] * wave[i];
        }
        return square;
    }
}
