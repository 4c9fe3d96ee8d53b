package io.bandwatch.dsp.fm;

/**
 * The delay-line discriminator: phase advance from one sample to the next, by {@code arg(z[n] conj z[n-1])}. Amplitude
 * does not enter, which is what a limiter does for a receiver: an echo weaker than the direct path leaves the mean
 * untouched, while it shifts every power-weighted measure of frequency.
 */
public final class Discriminator {
    private Discriminator() {}

    /**
     * Sum of the phase advances of {@code count} samples, rad.
     *
     * @param samples interleaved complex samples
     * @param from first sample that counts, at least 1, since each is held against the one before it
     */
    public static double advance(float[] samples, int from, int count) {
        double sum = 0.0;
        float x = samples[2 * from - 2];
        float y = samples[2 * from - 1];
        for (int i = from; i < from + count; i++) {
            float u = samples[2 * i];
            float v = samples[2 * i + 1];
            sum += angle(v * x - u * y, u * x + v * y);
            x = u;
            y = v;
        }
        return sum;
    }

    /**
     * {@code atan2(y, x)} within 2e-6 rad: the polynomial of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
     * Functions", 4.4.49, on the octant of the point. {@code Math.atan2} takes ten times as long.
     */
    @SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as they are printed
    static float angle(float y, float x) {
        float ax = Math.abs(x);
        float ay = Math.abs(y);
        float large = Math.max(ax, ay);
        if (large == 0.0f) {
            return 0.0f;
        }
        float t = Math.min(ax, ay) / large;
        float q = t * t;
        float series = 0.0028662257f;
        series = series * q - 0.0161657367f;
        series = series * q + 0.0429096138f;
        series = series * q - 0.0752896400f;
        series = series * q + 0.1065626393f;
        series = series * q - 0.1420889944f;
        series = series * q + 0.1999355085f;
        series = series * q - 0.3333314528f;
        float angle = t + t * q * series;
        angle = ay > ax ? (float) (0.5 * Math.PI) - angle : angle;
        angle = x < 0.0f ? (float) Math.PI - angle : angle;
        return y < 0.0f ? -angle : angle;
    }
}
