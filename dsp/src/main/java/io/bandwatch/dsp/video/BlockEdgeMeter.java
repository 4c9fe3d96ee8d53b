package io.bandwatch.dsp.video;

/**
 * How many edges of macroblocks stand out. Where a coder's data are damaged, macroblocks of 16 by 16 pixels (ISO/IEC 13818-2,
 * 6.1.3) show wrong content, with a step at their edge that the picture beside it does not have. Edges of the picture's own
 * fall on the grid as often as between: their share, counted four pixels off it, is taken away. Works on the picture as
 * decoded, not on a thumbnail, which has another grid. Not thread-safe; allocates nothing.
 */
final class BlockEdgeMeter {
    private static final int SIDE = 16;
    private static final int OFF_GRID = 4;

    /** A step this many times larger than those beside it is an edge. */
    private static final int STANDS_OUT = 3;

    /** Steps of fewer codes are a coder's usual ones. */
    private static final int LEAST_CODES = 8;

    /** Share of edges that stand out on the grid, less that off it; NaN where the picture has no two macroblocks. */
    double share(Plane luma) {
        if (luma.width() <= SIDE + OFF_GRID + 2 || luma.height() < SIDE) {
            return Double.NaN;
        }
        return share(luma, 0) - share(luma, OFF_GRID);
    }

    private static double share(Plane luma, int shift) {
        int edges = 0;
        int out = 0;
        for (int y = 0; y + SIDE <= luma.height(); y += SIDE) {
            for (int x = SIDE + shift; x + 2 <= luma.width(); x += SIDE) {
                edges++;
                out += standsOut(luma, x, y) ? 1 : 0;
            }
        }
        return (double) out / edges;
    }

    /** Whether the step from column {@code x - 1} to {@code x} is unlike the ones before and after it. */
    private static boolean standsOut(Plane luma, int x, int y) {
        byte[] codes = luma.codes();
        int at = 0;
        int beside = 0;
        for (int row = y; row < y + SIDE; row++) {
            int i = luma.rowStart(row) + x;
            int beforeLast = codes[i - 2] & 0xff;
            int last = codes[i - 1] & 0xff;
            int first = codes[i] & 0xff;
            int second = codes[i + 1] & 0xff;
            at += Math.abs(first - last);
            beside += Math.abs(last - beforeLast) + Math.abs(second - first);
        }
        return at > LEAST_CODES * SIDE && 2 * at > STANDS_OUT * beside;
    }
}
