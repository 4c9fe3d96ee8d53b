package io.bandwatch.dsp.video;

import io.bandwatch.signal.av.BarsKind;
import java.util.Arrays;

/**
 * Compares a picture with colour bars, on a net of points in its upper part: what stands below the bars differs from card to
 * card. The kind is that with the least error; how much it is that one, their correlation says. Not thread-safe; allocates
 * nothing after construction.
 */
final class BarsMeter {
    private static final int COLUMNS = 56;
    private static final int ROWS = 12;
    private static final int POINTS = COLUMNS * ROWS;
    private static final double UPPER_PART = 0.6;
    private static final double CHROMA_RANGE = 224.0;
    private static final double CHROMA_RANGE_FULL = 255.0;
    private static final int NO_COLOUR = 128;

    private final BarsTemplate[] templates = BarsTemplate.all();

    /** Luma less its mean, blue difference, red difference: a column's three, column after column. */
    private final double[][] expected = new double[templates.length][3 * COLUMNS];

    private final double[] expectedMean = new double[templates.length];

    /** Squares of what is expected, of all points. */
    private final double[] expectedPower = new double[templates.length];

    /** Sums of the rows' codes, likewise: of a template all rows are the same. */
    private final int[] columns = new int[3 * COLUMNS];

    private final int[] places = new int[COLUMNS];
    private double correlation = Double.NaN;
    private BarsKind kind = BarsKind.EBU_75;

    BarsMeter() {
        for (int t = 0; t < templates.length; t++) {
            for (int column = 0; column < COLUMNS; column++) {
                double[] colour = templates[t].at((column + 0.5) / COLUMNS);
                System.arraycopy(colour, 0, expected[t], 3 * column, 3);
                expectedMean[t] += colour[0] / COLUMNS;
            }
            for (int column = 0; column < COLUMNS; column++) {
                expected[t][3 * column] -= expectedMean[t];
            }
            for (double value : expected[t]) {
                expectedPower[t] += ROWS * value * value;
            }
        }
    }

    void measure(Picture picture) {
        correlation = Double.NaN;
        Plane cb = picture.cb();
        Plane cr = picture.cr();
        if (cb == null || cr == null) {
            return;
        }
        double chromaRange = picture.fullRange() ? CHROMA_RANGE_FULL : CHROMA_RANGE;
        Arrays.fill(columns, 0);
        long squares = add(picture.luma(), 0, 0);
        long sum = 0;
        for (int column = 0; column < COLUMNS; column++) {
            sum += columns[3 * column];
        }
        double range = picture.codeRange();
        double own = (double) (POINTS * squares - sum * sum) / POINTS / (range * range);
        squares = add(cb, 1, NO_COLOUR) + add(cr, 2, NO_COLOUR);
        own += squares / (chromaRange * chromaRange);
        double meanCode = (double) sum / POINTS;
        choose(own, picture.level(meanCode), meanCode, range, chromaRange);
    }

    /** Adds up the points of a plane, as far as they are from a code. Returns the sum of their squares. */
    private long add(Plane plane, int channel, int nothing) {
        for (int column = 0; column < COLUMNS; column++) {
            places[column] = (int) ((column + 0.5) / COLUMNS * plane.width());
        }
        byte[] codes = plane.codes();
        long squares = 0;
        for (int row = 0; row < ROWS; row++) {
            int from = plane.rowStart((int) ((row + 0.5) / ROWS * UPPER_PART * plane.height()));
            for (int column = 0; column < COLUMNS; column++) {
                int code = (codes[from + places[column]] & 0xff) - nothing;
                columns[3 * column + channel] += code;
                squares += (long) code * code;
            }
        }
        return squares;
    }

    /** The template with the least error, which is the square of what is left when it is taken away. */
    private void choose(double own, double mean, double meanCode, double range, double chromaRange) {
        double leastError = Double.POSITIVE_INFINITY;
        for (int t = 0; t < templates.length; t++) {
            double both = 0;
            for (int column = 0; column < 3 * COLUMNS; column += 3) {
                both += (columns[column] - ROWS * meanCode) / range * expected[t][column]
                        + columns[column + 1] / chromaRange * expected[t][column + 1]
                        + columns[column + 2] / chromaRange * expected[t][column + 2];
            }
            double step = mean - expectedMean[t];
            double error = own + expectedPower[t] - 2 * both + POINTS * step * step;
            if (error < leastError) {
                leastError = error;
                kind = templates[t].kind();
                correlation = both / Math.sqrt(own * expectedPower[t]);
            }
        }
    }

    /** Correlation with the likeliest bars; NaN where there is no colour channel, or nothing in the picture. */
    double correlation() {
        return correlation;
    }

    /** Those bars. */
    BarsKind kind() {
        return kind;
    }
}
