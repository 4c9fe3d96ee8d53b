package io.bandwatch.dsp.fft;

/**
 * Inverse transforms of many short runs at once, one run a column, all columns in step: the channels that are cut out of
 * the blocks of a frame. Decimation in frequency, radix 3 and 4 and 2 (J. W. Cooley and J. W. Tukey, "An algorithm for the
 * machine calculation of complex Fourier series", Math. Comput. 19, 1965; W. M. Gentleman and G. Sande, "Fast Fourier
 * transforms: for fun and profit", AFIPS Fall Joint Computer Conference 29, 1966).
 *
 * <p>One row holds a bin, later a sample, of all columns. Each step is a loop over a row, with one result and all arrays read
 * at the same place: that is what the compiler turns into vector instructions. With 160 columns and more it is two to three
 * times as fast as one transform after the other.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
public final class ColumnFft {
    private static final float HALF_ROOT_3 = (float) Math.sqrt(0.75);

    private final float[][] re;
    private final float[][] im;
    private final float[] cos;
    private final float[] sin;
    private final int[] rows;
    private final float[][] room;

    /**
     * @param size points of a transform: a power of two of at least 4, or three times one
     * @param mostColumns how many are transformed at most
     */
    public ColumnFft(int size, int mostColumns) {
        int odd = size >> Integer.numberOfTrailingZeros(size);
        if (size < 4 || (odd != 1 && odd != 3)) {
            throw new IllegalArgumentException(
                    "size " + size + " is neither a power of two of at least 4 nor three times one");
        }
        this.re = new float[size][mostColumns];
        this.im = new float[size][mostColumns];
        this.room = new float[8][mostColumns];
        this.cos = new float[size];
        this.sin = new float[size];
        for (int i = 0; i < size; i++) {
            cos[i] = (float) Math.cos(2.0 * Math.PI * i / size);
            sin[i] = (float) Math.sin(2.0 * Math.PI * i / size);
        }
        this.rows = new int[size];
        for (int n = 0; n < size; n++) {
            rows[n] = row(n, size);
        }
    }

    /** Points of a transform. */
    public int size() {
        return re.length;
    }

    /** The most columns. */
    public int mostColumns() {
        return room[0].length;
    }

    /** Real parts: before the transform by bin and column, afterwards by {@link #row} and column. */
    public float[][] re() {
        return re;
    }

    /** Imaginary parts, likewise. */
    public float[][] im() {
        return im;
    }

    /** Row in which sample {@code n} stands after the transform. */
    public int row(int n) {
        return rows[n];
    }

    /** {@code x[n] = sum X[k] exp(+2 pi i k n / size)} of the first columns, without division by the size, in place. */
    public void inverse(int columns) {
        for (int length = re.length; length > 1; length /= radix(length)) {
            int step = length / radix(length);
            for (int k = 0; k < step; k++) {
                for (int first = k; first < re.length; first += length) {
                    switch (radix(length)) {
                        case 2 -> two(first, first + step, columns);
                        case 3 -> three(first, step, k * (re.length / length), columns);
                        default -> four(first, step, k * (re.length / length), columns);
                    }
                }
            }
        }
    }

    /** The odd factor first, a left-over factor of two last, where it needs no turns. */
    private static int radix(int length) {
        return length % 3 == 0 ? 3 : length == 2 ? 2 : 4;
    }

    private static int row(int n, int length) {
        if (length == 1) {
            return 0;
        }
        int step = length / radix(length);
        return n % radix(length) * step + row(n / radix(length), step);
    }

    private void two(int a, int b, int columns) {
        sum(room[0], re[a], re[b], columns);
        sum(room[1], im[a], im[b], columns);
        difference(re[b], re[a], re[b], columns);
        difference(im[b], im[a], im[b], columns);
        System.arraycopy(room[0], 0, re[a], 0, columns);
        System.arraycopy(room[1], 0, im[a], 0, columns);
    }

    private void three(int a, int step, int turn, int columns) {
        int b = a + step;
        int c = b + step;
        float[] bothRe = room[0];
        float[] bothIm = room[1];
        sum(bothRe, re[b], re[c], columns);
        sum(bothIm, im[b], im[c], columns);
        // i sin 60 deg (b - c)
        scaledDifference(room[2], im[c], im[b], HALF_ROOT_3, columns);
        scaledDifference(room[3], re[b], re[c], HALF_ROOT_3, columns);
        lessHalf(room[4], re[a], bothRe, columns);
        lessHalf(room[5], im[a], bothIm, columns);
        sum(re[a], re[a], bothRe, columns);
        sum(im[a], im[a], bothIm, columns);
        turnedSum(b, turn, room[4], room[2], room[5], room[3], columns);
        turnedDifference(c, 2 * turn, room[4], room[2], room[5], room[3], columns);
    }

    private void four(int a, int step, int turn, int columns) {
        int b = a + step;
        int c = b + step;
        int d = c + step;
        sum(room[0], re[a], re[c], columns);
        sum(room[1], im[a], im[c], columns);
        sum(room[2], re[b], re[d], columns);
        sum(room[3], im[b], im[d], columns);
        difference(room[4], re[a], re[c], columns);
        difference(room[5], im[a], im[c], columns);
        // i (b - d)
        difference(room[6], im[d], im[b], columns);
        difference(room[7], re[b], re[d], columns);
        sum(re[a], room[0], room[2], columns);
        sum(im[a], room[1], room[3], columns);
        turnedSum(b, turn, room[4], room[6], room[5], room[7], columns);
        turnedDifference(c, 2 * turn, room[0], room[2], room[1], room[3], columns);
        turnedDifference(d, 3 * turn, room[4], room[6], room[5], room[7], columns);
    }

    private void turnedSum(int row, int turn, float[] re1, float[] re2, float[] im1, float[] im2, int columns) {
        if (turn == 0) {
            sum(re[row], re1, re2, columns);
            sum(im[row], im1, im2, columns);
        } else {
            turnedSum(re[row], re1, re2, im1, im2, cos[turn], sin[turn], columns);
            turnedSum(im[row], re1, re2, im1, im2, sin[turn], -cos[turn], columns);
        }
    }

    private void turnedDifference(int row, int turn, float[] re1, float[] re2, float[] im1, float[] im2, int columns) {
        if (turn == 0) {
            difference(re[row], re1, re2, columns);
            difference(im[row], im1, im2, columns);
        } else {
            turnedDifference(re[row], re1, re2, im1, im2, cos[turn], sin[turn], columns);
            turnedDifference(im[row], re1, re2, im1, im2, sin[turn], -cos[turn], columns);
        }
    }

    private static void sum(float[] out, float[] a, float[] b, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = a[c] + b[c];
        }
    }

    private static void difference(float[] out, float[] a, float[] b, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = a[c] - b[c];
        }
    }

    private static void scaledDifference(float[] out, float[] a, float[] b, float scale, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = scale * (a[c] - b[c]);
        }
    }

    private static void lessHalf(float[] out, float[] a, float[] b, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = a[c] - 0.5f * b[c];
        }
    }

    private static void turnedSum(
            float[] out, float[] a, float[] b, float[] x, float[] y, float cos, float sin, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = cos * (a[c] + b[c]) - sin * (x[c] + y[c]);
        }
    }

    private static void turnedDifference(
            float[] out, float[] a, float[] b, float[] x, float[] y, float cos, float sin, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = cos * (a[c] - b[c]) - sin * (x[c] - y[c]);
        }
    }
}
