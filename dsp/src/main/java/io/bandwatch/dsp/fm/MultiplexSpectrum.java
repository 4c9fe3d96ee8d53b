package io.bandwatch.dsp.fm;

import io.bandwatch.dsp.fft.Fft;
import io.bandwatch.dsp.fft.RealFft;
import java.util.Arrays;

/**
 * The spectrum of one frame's multiplex, out of which each part is taken by a small inverse transform: one long transform
 * serves the audio, the pilot, the difference signal, the radio data and the noise above them.
 *
 * <p>Filters made this way reach to both sides in time, some milliseconds for the parts taken here; the lead-in before and
 * the lag behind the measured interval hold that, and the wrap-around.
 *
 * <p>A discriminator that takes the phase from one sample to the next gives the mean frequency between them, which is a
 * response of {@code sin(x)/x}, {@code x = pi f / rate}: half a decibel at 57 kHz and 300 kS/s. Every part is taken with the
 * inverse of it.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
final class MultiplexSpectrum {
    private final double rateHz;
    private final RealFft transform;
    private final float[] data;

    /** Inverse of the discriminator's response, per bin. */
    private final float[] flattening;

    private int samples;

    /**
     * @param rateHz rate of the multiplex, Hz
     * @param mostSamples longest frame with its lead-in
     */
    MultiplexSpectrum(double rateHz, int mostSamples) {
        this.rateHz = rateHz;
        int size = Integer.highestOneBit(mostSamples - 1) << 1;
        this.transform = new RealFft(size);
        this.data = new float[size];
        this.flattening = new float[size / 2];
        for (int k = 1; k < size / 2; k++) {
            double x = Math.PI * k / size;
            flattening[k] = (float) (x / Math.sin(x));
        }
    }

    /** What a filter does at a frequency: real and imaginary part of its response. */
    interface Response {
        double re(double frequencyHz);

        double im(double frequencyHz);
    }

    /** Transforms a frame; the rest of the transform is zero. */
    void load(float[] multiplexHz, int count) {
        System.arraycopy(multiplexHz, 0, data, 0, count);
        Arrays.fill(data, count, data.length, 0f);
        transform.forward(data);
        samples = count;
    }

    /**
     * A part that can be taken of every frame.
     *
     * @param centreHz frequency that is moved to 0, to the nearest bin
     * @param lowHz lower end of the band
     * @param highHz upper end
     * @param factor rate of the multiplex over that of the part, a power of two
     * @param response weight over the distance from {@code centreHz}
     */
    Band band(double centreHz, double lowHz, double highHz, int factor, Response response) {
        double stepHz = rateHz / data.length;
        int centre = (int) Math.rint(centreHz / stepHz);
        int from = first(lowHz);
        float[] weights = weights(from, highHz, centre, response);
        return new Band(centre, centre * stepHz, from, factor, weights, new Fft(data.length / factor));
    }

    /** Two real signals of one baseband band that are taken by one transform. */
    RealPair realPair(double lowHz, double highHz, int factor, Response one, Response other) {
        int from = first(lowHz);
        return new RealPair(
                from, weights(from, highHz, 0, one), weights(from, highHz, 0, other), new Fft(data.length / factor));
    }

    private int first(double lowHz) {
        return Math.max(1, (int) Math.ceil(lowHz * data.length / rateHz));
    }

    private float[] weights(int from, double highHz, int centre, Response response) {
        double stepHz = rateHz / data.length;
        int to = Math.min(data.length / 2 - 1, (int) Math.floor(highHz / stepHz));
        float[] weights = new float[2 * Math.max(0, to - from + 1)];
        for (int k = from; k <= to; k++) {
            double scale = 2.0 / data.length * flattening[k];
            double distanceHz = (k - centre) * stepHz;
            weights[2 * (k - from)] = (float) (scale * response.re(distanceHz));
            weights[2 * (k - from) + 1] = (float) (scale * response.im(distanceHz));
        }
        return weights;
    }

    /**
     * Density of the mean square of a frequency range, in square units of the multiplex per Hz; NaN where the range has no
     * bin.
     */
    double density(double lowHz, double highHz) {
        double stepHz = rateHz / data.length;
        int from = Math.max(1, (int) Math.ceil(lowHz / stepHz));
        int to = Math.min(data.length / 2 - 1, (int) Math.floor(highHz / stepHz));
        double sum = 0.0;
        for (int k = from; k <= to; k++) {
            double power = (double) data[2 * k] * data[2 * k] + (double) data[2 * k + 1] * data[2 * k + 1];
            sum += power * flattening[k] * flattening[k];
        }
        return to < from ? Double.NaN : 2.0 * sum / (to - from + 1) / samples / rateHz;
    }

    /** One part of the multiplex: where it lies, and its own room. */
    final class Band {
        private final int centre;
        private final double zeroHz;
        private final int from;
        private final int factor;
        private final float[] weights;
        private final Fft inverse;
        private final float[] out;

        private Band(int centre, double zeroHz, int from, int factor, float[] weights, Fft inverse) {
            this.centre = centre;
            this.zeroHz = zeroHz;
            this.from = from;
            this.factor = factor;
            this.weights = weights;
            this.inverse = inverse;
            this.out = new float[2 * inverse.size()];
        }

        /** The frequency that is really moved to 0, Hz. */
        double zeroHz() {
            return zeroHz;
        }

        /** Samples of the longest part. */
        int samples() {
            return inverse.size();
        }

        /** Rate of the part, Hz. */
        double rateHz() {
            return rateHz / factor;
        }

        /** First sample of the part that stands at or behind a sample of the multiplex. */
        int firstFrom(int sample) {
            return (sample + factor - 1) / factor;
        }

        /**
         * The analytic signal: a component {@code A cos(2 pi f t + p)} becomes {@code A exp(i (2 pi (f - zero) t + p))}.
         * Interleaved, valid until the next call; sample {@code j} stands at multiplex sample {@code factor * j}.
         */
        float[] take() {
            int mask = inverse.size() - 1;
            Arrays.fill(out, 0f);
            for (int i = 0; i < weights.length / 2; i++) {
                float x = data[2 * (from + i)];
                float y = data[2 * (from + i) + 1];
                int at = 2 * ((from + i - centre) & mask);
                out[at] = x * weights[2 * i] - y * weights[2 * i + 1];
                out[at + 1] = x * weights[2 * i + 1] + y * weights[2 * i];
            }
            inverse.inverse(out);
            return out;
        }
    }

    /**
     * Two real signals out of the same bins: the first is the real part of one transform, the second its imaginary part,
     * because the spectrum of a real signal is conjugate on either side of 0.
     */
    final class RealPair {
        private final int from;
        private final float[] one;
        private final float[] other;
        private final Fft inverse;
        private final float[] room;

        private RealPair(int from, float[] one, float[] other, Fft inverse) {
            this.from = from;
            this.one = one;
            this.other = other;
            this.inverse = inverse;
            this.room = new float[2 * inverse.size()];
        }

        /** Takes both; sample {@code j} stands at multiplex sample {@code factor * j}. */
        void take(float[] intoOne, float[] intoOther) {
            int mask = inverse.size() - 1;
            Arrays.fill(room, 0f);
            for (int i = 0; i < one.length / 2; i++) {
                float x = 0.5f * data[2 * (from + i)];
                float y = 0.5f * data[2 * (from + i) + 1];
                float re = x * one[2 * i] - y * one[2 * i + 1];
                float im = x * one[2 * i + 1] + y * one[2 * i];
                float otherRe = x * other[2 * i] - y * other[2 * i + 1];
                float otherIm = x * other[2 * i + 1] + y * other[2 * i];
                int above = 2 * ((from + i) & mask);
                int below = 2 * (-(from + i) & mask);
                room[above] += re - otherIm;
                room[above + 1] += im + otherRe;
                room[below] += re + otherIm;
                room[below + 1] += otherRe - im;
            }
            inverse.inverse(room);
            for (int i = 0; i <= mask; i++) {
                intoOne[i] = room[2 * i];
                intoOther[i] = room[2 * i + 1];
            }
        }
    }
}
