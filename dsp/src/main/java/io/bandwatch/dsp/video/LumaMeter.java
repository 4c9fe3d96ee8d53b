package io.bandwatch.dsp.video;

/** Brightness of one picture. Not thread-safe; allocates nothing. */
final class LumaMeter {
    private final double blackLevel;
    private long black;
    private long sum;
    private long squares;
    private int size;

    LumaMeter(double blackLevel) {
        this.blackLevel = blackLevel;
    }

    void measure(Picture picture) {
        Plane luma = picture.luma();
        int limit = picture.blackCode() + (int) (blackLevel * picture.codeRange());
        black = 0;
        sum = 0;
        squares = 0;
        size = luma.size();
        for (int y = 0; y < luma.height(); y++) {
            row(luma.codes(), luma.rowStart(y), luma.width(), limit);
        }
    }

    private void row(byte[] codes, int from, int count, int limit) {
        int rowBlack = 0;
        int rowSum = 0;
        long rowSquares = 0;
        for (int i = from; i < from + count; i++) {
            int code = codes[i] & 0xff;
            // the sign of the difference, without a branch that noise around the limit would mislead
            rowBlack += (code - limit - 1) >>> 31;
            rowSum += code;
            rowSquares += (long) code * code;
        }
        black += rowBlack;
        sum += rowSum;
        squares += rowSquares;
    }

    /** Share of pixels that are black. */
    double blackShare() {
        return (double) black / size;
    }

    /** Mean code. */
    double mean() {
        return (double) sum / size;
    }

    /** Standard deviation, codes. */
    double deviation() {
        double mean = mean();
        return Math.sqrt(Math.max(0.0, (double) squares / size - mean * mean));
    }
}
