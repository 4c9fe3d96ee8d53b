package io.bandwatch.dsp.video;

import io.bandwatch.signal.av.BarsKind;

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
    private final double[] points = new double[3 * POINTS];
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
        double sum = 0;
        for (int p = 0; p < POINTS; p++) {
            int row = p / COLUMNS;
            double across = (p % COLUMNS + 0.5) / COLUMNS;
            double down = (row + 0.5) / ROWS * UPPER_PART;
            points[3 * p] = picture.level(code(picture.luma(), across, down));
            points[3 * p + 1] = (code(cb, across, down) - NO_COLOUR) / chromaRange;
            points[3 * p + 2] = (code(cr, across, down) - NO_COLOUR) / chromaRange;
            sum += points[3 * p];
        }
        choose(sum / POINTS);
    }

    private static int code(Plane plane, double across, double down) {
        int x = (int) (across * plane.width());
        int y = (int) (down * plane.height());
        return plane.codes()[plane.rowStart(y) + x] & 0xff;
    }

    private void choose(double mean) {
        double leastError = Double.POSITIVE_INFINITY;
        for (int t = 0; t < templates.length; t++) {
            double own = 0;
            double template = 0;
            double both = 0;
            for (int p = 0; p < POINTS; p++) {
                int column = 3 * (p % COLUMNS);
                for (int c = 0; c < 3; c++) {
                    double x = points[3 * p + c] - (c == 0 ? mean : 0);
                    double e = expected[t][column + c];
                    own += x * x;
                    template += e * e;
                    both += x * e;
                }
            }
            double step = mean - expectedMean[t];
            double error = own + template - 2 * both + POINTS * step * step;
            if (error < leastError) {
                leastError = error;
                kind = templates[t].kind();
                correlation = both / Math.sqrt(own * template);
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
