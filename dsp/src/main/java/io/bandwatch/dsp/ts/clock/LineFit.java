package io.bandwatch.dsp.ts.clock;

/**
 * A straight line through the latest points by least squares. Points are whole numbers of any size; the arithmetic is done
 * against the oldest one kept, so that nothing is lost. Not thread-safe.
 */
final class LineFit {
    private final long[] x;
    private final long[] y;
    private int size;
    private int next;
    private double meanX;
    private double meanY;
    private double slope;

    /** A line through at most so many points. */
    LineFit(int points) {
        x = new long[points];
        y = new long[points];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    /** Takes a point; the oldest makes room for it. */
    void add(long pointX, long pointY) {
        x[next] = pointX;
        y[next] = pointY;
        next = (next + 1) % x.length;
        size = Math.min(size + 1, x.length);
        solve();
    }

    /** How far a point lies above the line. */
    double residual(long pointX, long pointY) {
        int oldest = oldest();
        return pointY - y[oldest] - (meanY + slope * (pointX - x[oldest] - meanX));
    }

    /** Whether every point kept lies so near to the line, either way. */
    boolean holds(double distance) {
        int oldest = oldest();
        for (int point = 0; point < size; point++) {
            double above = y[point] - y[oldest] - (meanY + slope * (x[point] - x[oldest] - meanX));
            if (Math.abs(above) > distance) {
                return false;
            }
        }
        return true;
    }

    /** y for each x. */
    double slope() {
        return slope;
    }

    /** From the oldest point to the newest, in x. */
    long span() {
        return size == 0 ? 0 : x[(next + x.length - 1) % x.length] - x[oldest()];
    }

    private int oldest() {
        return size < x.length ? 0 : next;
    }

    private void solve() {
        int oldest = oldest();
        long firstX = x[oldest];
        long firstY = y[oldest];
        long sumX = 0;
        long sumY = 0;
        for (int point = 0; point < size; point++) {
            sumX += x[point] - firstX;
            sumY += y[point] - firstY;
        }
        meanX = (double) sumX / size;
        meanY = (double) sumY / size;
        double products = 0;
        double squares = 0;
        for (int point = 0; point < size; point++) {
            double dx = x[point] - firstX - meanX;
            products += dx * (y[point] - firstY - meanY);
            squares += dx * dx;
        }
        slope = squares == 0 ? 0 : products / squares;
    }
}
