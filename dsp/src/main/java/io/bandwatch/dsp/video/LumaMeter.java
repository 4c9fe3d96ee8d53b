package io.bandwatch.dsp.video;

/** Brightness of one picture. Not thread-safe; allocates nothing. */
final class LumaMeter {
    /** Every second row tells how much codes differ. */
    private static final int SPREAD_STEP = 2;

    private final Lanes lanes = new Lanes();
    private final double blackLevel;
    private long black;
    private long sum;
    private long spreadSum;
    private long squares;
    private int spreadSize;
    private int size;

    LumaMeter(double blackLevel) {
        this.blackLevel = blackLevel;
    }

    void measure(Picture picture) {
        Plane luma = picture.luma();
        int limit = picture.blackCode() + (int) (blackLevel * picture.codeRange());
        black = 0;
        sum = 0;
        size = luma.size();
        int rows = luma.dense() ? 1 : luma.height();
        int count = size / rows;
        for (int y = 0; y < rows; y++) {
            lanes.measure(luma.codes(), luma.rowStart(y), count, limit);
            sum += lanes.sum();
            black += lanes.count();
        }
        spreadSum = 0;
        squares = 0;
        spreadSize = 0;
        for (int y = 0; y < luma.height(); y += SPREAD_STEP) {
            spread(luma.codes(), luma.rowStart(y), luma.width());
        }
    }

    /** Two sums side by side, neither of which waits for the other. */
    private void spread(byte[] codes, int from, int count) {
        int evenSum = 0;
        int oddSum = 0;
        int evenSquares = 0;
        int oddSquares = 0;
        int end = from + (count & ~1);
        for (int i = from; i < end; i += 2) {
            int even = codes[i] & 0xff;
            int odd = codes[i + 1] & 0xff;
            evenSum += even;
            oddSum += odd;
            evenSquares += even * even;
            oddSquares += odd * odd;
        }
        spreadSum += evenSum + oddSum;
        squares += Integer.toUnsignedLong(evenSquares) + Integer.toUnsignedLong(oddSquares);
        spreadSize += end - from;
    }

    /** Share of pixels that are black. */
    double blackShare() {
        return (double) black / size;
    }

    /** Mean code. */
    double mean() {
        return (double) sum / size;
    }

    /** Standard deviation, codes; 0 of a single column. */
    double deviation() {
        if (spreadSize == 0) {
            return 0;
        }
        double mean = (double) spreadSum / spreadSize;
        return Math.sqrt(Math.max(0.0, (double) squares / spreadSize - mean * mean));
    }
}
