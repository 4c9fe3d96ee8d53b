package io.bandwatch.alerts.evidence;

import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.util.Arrays;

/**
 * The pixels of a waterfall: a row for each of the survey, oldest first; the noise is dark and what stands out is bright.
 *
 * @param columns pixels of a row
 * @param rows how many rows
 * @param indices index of the colour of each pixel, row after row
 */
public record Waterfall(int columns, int rows, byte[] indices) {
    private static final int COLOURS = 256;

    /** The range begins at the median of all points. */
    private static final double FLOOR_QUANTILE = 0.5;

    /** Anchors of the palette, from quiet to loud: near black, blue, teal, yellow, near white. */
    private static final int[] ANCHORS = {0x101820, 0x1F3F77, 0x218F8D, 0xF0C83C, 0xFFFBE6};

    /**
     * The pixels of what was measured.
     *
     * @param mostColumns columns at most; the largest of the points that fall on one is shown
     */
    public static Waterfall of(SpectrumSummary spectrum, int mostColumns) {
        int points = spectrum.points();
        int columns = Math.min(points, mostColumns);
        int rows = spectrum.rowCount();
        float[] values = new float[columns * rows];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            for (int point = 0; point < points; point++) {
                int pixel = row * columns + (int) ((long) point * columns / points);
                float value = spectrum.rowsDbfsPerHz()[row * points + point];
                if (value > values[pixel]) {
                    values[pixel] = value;
                }
            }
        }
        return new Waterfall(columns, rows, indices(values));
    }

    private static byte[] indices(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (sorted.length * FLOOR_QUANTILE)];
        double span = Math.max(1, sorted[sorted.length - 1] - low);
        byte[] indices = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double share = (values[i] - low) / span;
            indices[i] = (byte) Math.round(Math.max(0, Math.min(1, share)) * (COLOURS - 1));
        }
        return indices;
    }

    /** The image without axes. */
    public byte[] png() {
        byte[] palette = new byte[3 * COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            for (int channel = 0; channel < 3; channel++) {
                palette[3 * i + channel] = (byte) (colour(i) >> (16 - 8 * channel));
            }
        }
        return PngImage.of(columns, rows, indices, palette);
    }

    /** Colour of a pixel, red, green, blue. */
    int colour(int column, int row) {
        return colour(indices[row * columns + column] & 0xFF);
    }

    private static int colour(int index) {
        double place = (double) index / (COLOURS - 1) * (ANCHORS.length - 1);
        int below = Math.min((int) place, ANCHORS.length - 2);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ANCHORS[below] >> shift & 0xFF;
            int to = ANCHORS[below + 1] >> shift & 0xFF;
            colour |= (int) Math.round(from + (to - from) * (place - below)) << shift;
        }
        return colour;
    }
}
