package io.bandwatch.dsp.fm;

import io.bandwatch.dsp.filter.ChannelSamples;

/**
 * The delay-line discriminator: phase advance from one sample to the next, by {@code arg(z[n] conj z[n-1])}. Amplitude
 * does not enter, which is what a limiter does for a receiver: an echo weaker than the direct path leaves the mean
 * untouched, while it shifts every power-weighted measure of frequency.
 *
 * <p>The arctangent is the polynomial of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 4.4.49, on
 * the octant of the point, within 2e-6 rad. It works in short loops without branches over a few hundred samples, each with
 * one result and all arrays read at the same place: that is what the compiler turns into vector instructions, which makes
 * the whole ten times as fast as sample by sample.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
public final class Discriminator {
    /** No power of two, so that the arrays do not fall on the same lines of the cache. */
    private static final int CHUNK = 480;

    /** Keeps a quotient of nothing by nothing at 0; below any product of two samples that is not. */
    private static final float NEXT_TO_NOTHING = 1e-37f;

    private static final float EIGHTH = (float) (0.25 * Math.PI);
    private static final float QUARTER = (float) (0.5 * Math.PI);

    private final float[] re = new float[CHUNK];
    private final float[] im = new float[CHUNK];
    private final float[] beforeRe = new float[CHUNK];
    private final float[] beforeIm = new float[CHUNK];
    private final float[] x = new float[CHUNK];
    private final float[] y = new float[CHUNK];
    private final float[] tangent = new float[CHUNK];
    private final float[] angle = new float[CHUNK];

    /**
     * Writes the advance of each sample against the one before it, times a factor; the first sample has none, which is 0.
     *
     * @param out room for all samples of the run
     */
    public void advances(ChannelSamples z, float factor, float[] out) {
        int end = z.count();
        out[0] = 0f;
        for (int from = 1; from < end; from += CHUNK) {
            int count = Math.min(CHUNK, end - from);
            System.arraycopy(z.re(), from, re, 0, count);
            System.arraycopy(z.im(), from, im, 0, count);
            System.arraycopy(z.re(), from - 1, beforeRe, 0, count);
            System.arraycopy(z.im(), from - 1, beforeIm, 0, count);
            products(re, im, beforeRe, beforeIm, x, y);
            octant(x, y, tangent);
            arctangent(tangent, angle);
            unfold(x, y, angle);
            sign(y, factor, angle);
            System.arraycopy(angle, 0, out, from, count);
        }
    }

    private static void products(float[] re, float[] im, float[] beforeRe, float[] beforeIm, float[] x, float[] y) {
        for (int i = 0; i < CHUNK; i++) {
            x[i] = re[i] * beforeRe[i] + im[i] * beforeIm[i];
        }
        for (int i = 0; i < CHUNK; i++) {
            y[i] = im[i] * beforeRe[i] - re[i] * beforeIm[i];
        }
    }

    /** The smaller of the two magnitudes over the larger. */
    private static void octant(float[] x, float[] y, float[] tangent) {
        for (int i = 0; i < CHUNK; i++) {
            float ax = Math.abs(x[i]);
            float ay = Math.abs(y[i]);
            tangent[i] = Math.min(ax, ay) / (Math.max(ax, ay) + NEXT_TO_NOTHING);
        }
    }

    @SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as they are printed
    private static void arctangent(float[] tangent, float[] angle) {
        for (int i = 0; i < CHUNK; i++) {
            float t = tangent[i];
            float q = t * t;
            float series = 0.0028662257f;
            series = series * q - 0.0161657367f;
            series = series * q + 0.0429096138f;
            series = series * q - 0.0752896400f;
            series = series * q + 0.1065626393f;
            series = series * q - 0.1420889944f;
            series = series * q + 0.1999355085f;
            series = series * q - 0.3333314528f;
            angle[i] = t + t * q * series;
        }
    }

    /** From the octant to the half plane: mirrored at the diagonal where y is the larger, at the y axis where x is negative. */
    private static void unfold(float[] x, float[] y, float[] angle) {
        for (int i = 0; i < CHUNK; i++) {
            float above = Math.abs(y[i]) - Math.abs(x[i]);
            angle[i] = EIGHTH + above / (Math.abs(above) + NEXT_TO_NOTHING) * (EIGHTH - angle[i]);
        }
        for (int i = 0; i < CHUNK; i++) {
            angle[i] = QUARTER + x[i] / (Math.abs(x[i]) + NEXT_TO_NOTHING) * (angle[i] - QUARTER);
        }
    }

    private static void sign(float[] y, float factor, float[] angle) {
        for (int i = 0; i < CHUNK; i++) {
            angle[i] = factor * angle[i] * (y[i] / (Math.abs(y[i]) + NEXT_TO_NOTHING));
        }
    }
}
