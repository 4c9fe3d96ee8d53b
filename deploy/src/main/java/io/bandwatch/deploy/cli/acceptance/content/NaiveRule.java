package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one would try first: compares second by second at one delay, which is told to it. Each says how unlike the seconds are.
 */
enum NaiveRule {
    /** Correlation of the waveforms. */
    WAVEFORM {
        @Override
        double unlike(Heard reference, Heard air, int second, double lateS) {
            int from = second * Heard.WAVE_HZ;
            int late = (int) Math.rint(lateS * Heard.WAVE_HZ);
            double both = dot(reference.wave(), from, air.wave(), from + late);
            double one = dot(reference.wave(), from, reference.wave(), from);
            double other = dot(air.wave(), from + late, air.wave(), from + late);
            return one < QUIET || other < QUIET ? 0 : 1 - Math.abs(both) / Math.sqrt(one * other);
        }
    },
    /** Equality of levels, dB; the mean difference is told to it. */
    LEVEL {
        @Override
        double unlike(Heard reference, Heard air, int second, double lateS) {
            int from = second * Heard.WAVE_HZ;
            int late = (int) Math.rint(lateS * Heard.WAVE_HZ);
            double one = Math.max(QUIET, dot(reference.wave(), from, reference.wave(), from));
            double other = Math.max(QUIET, dot(air.wave(), from + late, air.wave(), from + late));
            return 10 * Math.log10(other / one);
        }
    },
    /** A plain perceptual hash: 16 bands of 5 looks, above or below their mean; share of bits that differ. */
    HASH {
        @Override
        double unlike(Heard reference, Heard air, int second, double lateS) {
            int late = (int) Math.rint(lateS / AudioMeasurement.PRINT_STEP_S);
            boolean[] one = hash(reference.levels(), second * STEPS);
            boolean[] other = hash(air.levels(), second * STEPS + late);
            int wrong = 0;
            for (int i = 0; i < one.length; i++) {
                wrong += one[i] == other[i] ? 0 : 1;
            }
            return (double) wrong / one.length;
        }
    };

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;
    private static final int STEPS = (int) Math.rint(1 / AudioMeasurement.PRINT_STEP_S);
    private static final int LOOK_STEPS = STEPS / 5;

    /** A second of -60 dBFS. */
    private static final double QUIET = 1e-6 * Heard.WAVE_HZ;

    private static final int LEARNT_FROM_S = 5;
    private static final int LEARNT_TO_S = 35;
    private static final int BESIDE = Heard.WAVE_HZ / 20;

    abstract double unlike(Heard reference, Heard air, int second, double lateS);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How unlike the seconds of a programme are that is late by less than a look. */
    double[] unlike(Heard reference, Heard air, Way way) {
        double lateS = aligned(reference, air, way);
        int seconds = Math.min(reference.wave().length, air.wave().length) / Heard.WAVE_HZ - 1;
        double[] unlike = new double[seconds];
        for (int second = 0; second < seconds; second++) {
            unlike[second] = unlike(reference, air, second, lateS);
        }
        if (this == LEVEL) {
            double[] sorted = unlike.clone();
            Arrays.sort(sorted);
            Arrays.setAll(unlike, second -> Math.abs(unlike[second] - sorted[seconds / 2]));
        }
        return unlike;
    }

    /** The delay, s, to which the waveforms of the first half minute fit best, within 50 ms of the true one. */
    private static double aligned(Heard reference, Heard air, Way way) {
        int late = (int) Math.rint((double) way.lateSamples() / Corpus.RATE_HZ * Heard.WAVE_HZ);
        int best = late;
        double most = 0;
        for (int lag = Math.max(0, late - BESIDE); lag <= late + BESIDE; lag++) {
            double sum = 0;
            for (int second = LEARNT_FROM_S; second < LEARNT_TO_S; second++) {
                sum += dot(reference.wave(), second * Heard.WAVE_HZ, air.wave(), second * Heard.WAVE_HZ + lag);
            }
            if (Math.abs(sum) > most) {
                most = Math.abs(sum);
                best = lag;
            }
        }
        return (double) best / Heard.WAVE_HZ;
    }

    /** Sum of the products of a second. */
    private static double dot(float[] x, int from, float[] y, int at) {
        double sum = 0;
        int count = Math.min(Heard.WAVE_HZ, Math.min(x.length - from, y.length - at));
        for (int i = 0; i < count; i++) {
            sum += (double) x[from + i] * y[at + i];
        }
        return sum;
    }

    private static boolean[] hash(List<byte[]> levels, int from) {
        double[] means = new double[5 * BANDS];
        double mean = 0;
        for (int i = 0; i < means.length; i++) {
            for (int step = 0; step < LOOK_STEPS; step++) {
                int at = Math.min(levels.size() * LOOK_STEPS - 1, from + i / BANDS * LOOK_STEPS + step);
                means[i] += levels.get(at / LOOK_STEPS)[at % LOOK_STEPS * BANDS + i % BANDS];
            }
            mean += means[i] / means.length;
        }
        boolean[] hash = new boolean[means.length];
        for (int i = 0; i < means.length; i++) {
            hash[i] = means[i] > mean;
        }
        return hash;
    }
}
