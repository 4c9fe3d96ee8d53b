package io.bandwatch.dsp.print;

/**
 * Halves the rate of real samples by a half-band filter, a sinc under a Hamming window: flat to 0.18 of the rate, 50 dB down
 * from 0.32 of it on. Allocates nothing.
 */
final class Halving {
    /** Samples that the filter reaches to either side. */
    static final int REACH = 9;

    /** Weights of the odd neighbours; the even ones are zero and the middle is a half. */
    private static final float[] WEIGHTS = weights();

    private Halving() {}

    private static float[] weights() {
        double[] raw = new double[(REACH + 1) / 2];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            int n = 2 * i + 1;
            double hamming = 0.54 + 0.46 * Math.cos(Math.PI * n / (REACH + 1));
            raw[i] = Math.sin(Math.PI * n / 2) / (Math.PI * n) * hamming;
            sum += raw[i];
        }
        float[] weights = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = (float) (0.25 * raw[i] / sum);
        }
        return weights;
    }

    /**
     * Halves in place.
     *
     * @param x samples, the first and last {@link #REACH} of which are only read
     * @param count how many
     * @return how many are left; sample {@code j} stands where {@code REACH + 2 j} stood
     */
    static int halve(float[] x, int count) {
        int left = Math.max(0, (count - 2 * REACH + 1) / 2);
        float w0 = WEIGHTS[0];
        float w1 = WEIGHTS[1];
        float w2 = WEIGHTS[2];
        float w3 = WEIGHTS[3];
        float w4 = WEIGHTS[4];
        for (int j = 0; j < left; j++) {
            int i = REACH + 2 * j;
            x[j] = 0.5f * x[i]
                    + w0 * (x[i - 1] + x[i + 1])
                    + w1 * (x[i - 3] + x[i + 3])
                    + w2 * (x[i - 5] + x[i + 5])
                    + w3 * (x[i - 7] + x[i + 7])
                    + w4 * (x[i - 9] + x[i + 9]);
        }
        return left;
    }
}
