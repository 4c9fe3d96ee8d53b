package io.bandwatch.detectors.watch;

import io.bandwatch.signal.AudioMeasurement;

/**
 * The levels of a programme, each the mean of so many steps, with running sums, so that the mean and the swing over any
 * stretch are differences and a comparison at one delay costs one product a level.
 */
final class ProgrammeAverages {
    private static final int BANDS = AudioMeasurement.LEVEL_BANDS;

    /**
     * How far below the loudest a level counts: 25 dB. Deeper, the pauses between words would weigh more than the words, and
     * any two speakers pause at some delay at the same time.
     */
    private static final int DEPTH = (int) (25 / AudioMeasurement.LEVEL_UNIT_DB);

    /** Mean square swing below which a programme has nothing to compare: 1.5 dB. */
    private static final double LEAST_VARIANCE = 4.0;

    private final long start;
    private final float[][] levels;
    private final double[][] sums;
    private final double[][] squares;

    /**
     * @param memory the levels
     * @param width steps of a mean; means are cut at multiples of that since 1970
     * @param most only the last so many steps count
     */
    ProgrammeAverages(ProgrammeMemory memory, int width, int most) {
        long first = memory.endStep() - Math.min(most, memory.steps());
        this.start = -Math.floorDiv(-first, (long) width);
        int count = (int) Math.max(0, Math.floorDiv(memory.endStep(), (long) width) - start);
        this.levels = new float[BANDS][count];
        this.sums = new double[BANDS][count + 1];
        this.squares = new double[BANDS][count + 1];
        int offset = (int) (start * width - (memory.endStep() - memory.steps()));
        for (int band = 0; band < BANDS; band++) {
            int least = loudest(memory.levels(), band) - DEPTH;
            for (int i = 0; i < count * width; i++) {
                int level = Math.max(least, memory.levels()[(offset + i) * BANDS + band]);
                levels[band][i / width] += (float) level / width;
            }
            for (int i = 0; i < count; i++) {
                double level = levels[band][i];
                sums[band][i + 1] = sums[band][i] + level;
                squares[band][i + 1] = squares[band][i] + level * level;
            }
        }
    }

    private static int loudest(byte[] levels, int band) {
        int loudest = 0;
        for (int i = band; i < levels.length; i += BANDS) {
            loudest = Math.max(loudest, levels[i]);
        }
        return loudest;
    }

    /** Number of the first mean, since 1970. */
    long start() {
        return start;
    }

    /** Number behind the last one. */
    long end() {
        return start + levels[0].length;
    }

    /**
     * Correlation with another programme over all bands together; NaN where either hardly swings.
     *
     * @param from number of the first mean of this one
     * @param otherFrom number of the first mean of the other
     * @param count how many
     */
    double correlation(long from, ProgrammeAverages other, long otherFrom, int count) {
        int a = (int) (from - start);
        int b = (int) (otherFrom - other.start);
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int band = 0; band < BANDS; band++) {
            float[] x = levels[band];
            float[] y = other.levels[band];
            double products = 0;
            for (int i = 0; i < count; i++) {
                products += x[a + i] * y[b + i];
            }
            double sum = sums[band][a + count] - sums[band][a];
            double otherSum = other.sums[band][b + count] - other.sums[band][b];
            product += products - sum * otherSum / count;
            square += squares[band][a + count] - squares[band][a] - sum * sum / count;
            otherSquare += other.squares[band][b + count] - other.squares[band][b] - otherSum * otherSum / count;
        }
        double least = LEAST_VARIANCE * count * BANDS;
        return square < least || otherSquare < least ? Double.NaN : product / Math.sqrt(square * otherSquare);
    }
}
