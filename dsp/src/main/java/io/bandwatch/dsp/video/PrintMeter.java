package io.bandwatch.dsp.video;

import io.bandwatch.signal.av.PicturePrint;

/**
 * Makes prints of pictures. With {@code m(x, y)} the mean brightness of {@value #SIDE} by {@value #SIDE} parts of the middle of
 * a picture, the bits are the signs of {@code m(x, y) - m(x + 1, y)} and of {@code m(x, y) - m(x, y + 1)}; a bit is sure where
 * the difference is a quarter of the standard deviation of all means and more, and at least {@value #LEAST_CODES} codes.
 * Brightness, contrast, size and coding leave the order of neighbours as it is. The order of parts of a picture in place of
 * their values: R. Mohan, "Video sequence matching", ICASSP 1998; signs of differences of block means: J. Oostveen, T. Kalker
 * and J. Haitsma, "Feature extraction and a database strategy for video fingerprinting", VISUAL 2002. What is asked was chosen
 * by measurement, decision 0019. Not thread-safe; allocates nothing.
 */
public final class PrintMeter {
    private static final int SIDE = 8;

    /** What a television hides at its edges, and croppers cut off, is left out. */
    private static final double MARGIN = 0.05;

    /** Subtitles and tickers stand below. */
    private static final double LOWEST = 0.85;

    private static final double SURE = 0.25;
    private static final double LEAST_CODES = 2;

    private final double[] means = new double[SIDE * SIDE];
    private final int[] columns = new int[SIDE + 1];

    /**
     * Prints a picture.
     *
     * @param luma of any size, a thumbnail will do
     * @param into receives {@value PicturePrint#LONGS} numbers
     * @param at where the first of them belongs
     */
    public void measure(Plane luma, long[] into, int at) {
        means(luma);
        double sure = Math.max(LEAST_CODES, SURE * deviation());
        long across = 0;
        long acrossSure = 0;
        long down = 0;
        long downSure = 0;
        int bit = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x + 1 < SIDE; x++) {
                double right = means[y * SIDE + x] - means[y * SIDE + x + 1];
                double below = means[x * SIDE + y] - means[(x + 1) * SIDE + y];
                across |= (right > 0 ? 1L : 0L) << bit;
                acrossSure |= (Math.abs(right) >= sure ? 1L : 0L) << bit;
                down |= (below > 0 ? 1L : 0L) << bit;
                downSure |= (Math.abs(below) >= sure ? 1L : 0L) << bit;
                bit++;
            }
        }
        into[at] = across;
        into[at + 1] = down;
        into[at + 2] = acrossSure;
        into[at + 3] = downSure;
    }

    private void means(Plane luma) {
        for (int x = 0; x <= SIDE; x++) {
            columns[x] = edge(x, luma.width(), 1 - MARGIN);
        }
        for (int y = 0; y < SIDE; y++) {
            int from = edge(y, luma.height(), LOWEST);
            int until = Math.max(from + 1, edge(y + 1, luma.height(), LOWEST));
            for (int x = 0; x < SIDE; x++) {
                int left = columns[x];
                int right = Math.max(left + 1, columns[x + 1]);
                long sum = 0;
                for (int row = from; row < until; row++) {
                    sum += sum(luma.codes(), luma.rowStart(row) + left, right - left);
                }
                means[y * SIDE + x] = (double) sum / ((until - from) * (right - left));
            }
        }
    }

    /** Where a part begins. */
    private static int edge(int part, int size, double last) {
        return Math.min(size - 1, (int) Math.rint(size * (MARGIN + part * (last - MARGIN) / SIDE)));
    }

    private static int sum(byte[] codes, int from, int count) {
        int sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += codes[i] & 0xff;
        }
        return sum;
    }

    private double deviation() {
        double sum = 0;
        double squares = 0;
        for (double mean : means) {
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / means.length;
        return Math.sqrt(Math.max(0, squares / means.length - mean * mean));
    }
}
