package io.bandwatch.dsp.print;

import io.bandwatch.dsp.fft.RealFft;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.Arrays;

/**
 * Short-time levels of a sound in {@value AudioMeasurement#PRINT_BANDS} bands, of which prints are made: every 20 ms the
 * spectrum of 32 ms under a Hann window (F. J. Harris, "On the use of windows for harmonic analysis with the discrete
 * Fourier transform", Proc. IEEE 66, 1978), at half or a quarter of the rate where that is enough. Bands lie evenly in the
 * logarithm of the frequency between 200 and 3400 Hz: below is hum, above is nothing on the telephone, on medium wave and in
 * a codec of 16 kbit/s. Not thread-safe; allocates only what it returns.
 */
public final class LevelSpectrum {
    /** Rates are halved as long as they stay above this, Hz. */
    private static final double LOWEST_RATE_HZ = 8800.0;

    private static final double WINDOW_S = 0.032;

    private final double rateHz;
    private final int halvings;
    private final int margin;
    private final float[] room;
    private final float[] window;
    private final float[] spectrum;
    private final RealFft transform;
    private final int firstBin;
    private final int[] bandOf;
    private final float[] share;
    private final float[] power = new float[AudioMeasurement.PRINT_BANDS];
    private final double fullScale;

    /**
     * @param rateHz rate of the sound, Hz, at least 7 kHz
     * @param mostSamples longest interval
     */
    public LevelSpectrum(double rateHz, int mostSamples) {
        double reduced = rateHz;
        int times = 0;
        while (reduced / 2 >= LOWEST_RATE_HZ) {
            reduced /= 2;
            times++;
        }
        this.rateHz = rateHz;
        this.halvings = times;
        this.window = new float[(int) Math.rint(WINDOW_S * reduced)];
        double square = 0;
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / window.length));
            square += (double) window[i] * window[i];
        }
        this.transform = new RealFft(Math.max(4, Integer.highestOneBit(2 * window.length - 1)));
        this.spectrum = new float[transform.size()];
        // the mean square of a band is twice the sum over its bins, over the length and the sum of the window's squares
        this.fullScale = 2.0 / (transform.size() * square);
        int beside = (int) Math.ceil((WINDOW_S - AudioMeasurement.PRINT_STEP_S) / 2 * rateHz);
        this.margin = beside + Halving.REACH * ((1 << times) - 1) + (2 << times);
        this.room = new float[mostSamples + 2 * margin];
        double binHz = reduced / transform.size();
        this.firstBin = (int) Math.floor(AudioMeasurement.PRINT_LOW_HZ / binHz);
        int lastBin = (int) Math.min(transform.size() / 2 - 1, Math.ceil(AudioMeasurement.PRINT_HIGH_HZ / binHz));
        this.bandOf = new int[2 * (lastBin - firstBin + 1)];
        this.share = new float[bandOf.length];
        for (int bin = firstBin; bin <= lastBin; bin++) {
            share(bin, binHz);
        }
    }

    /** A bin may belong to two bands; half of those that stick out belong to none. */
    private void share(int bin, double binHz) {
        double lowHz = (bin - 0.5) * binHz;
        double highHz = (bin + 0.5) * binHz;
        int low = (int) Math.floor(band(lowHz));
        int high = (int) Math.floor(band(highHz));
        int at = 2 * (bin - firstBin);
        for (int i = 0; i < 2; i++) {
            int band = i == 0 ? low : high;
            boolean inside = band >= 0 && band < AudioMeasurement.PRINT_BANDS && (i == 0 || high != low);
            double from = Math.max(lowHz, edgeHz(band));
            double to = Math.min(highHz, edgeHz(band + 1));
            bandOf[at + i] = inside ? band : 0;
            share[at + i] = inside ? (float) ((to - from) / binHz) : 0f;
        }
    }

    private static double edgeHz(int edge) {
        double octaves = (double) edge / AudioMeasurement.PRINT_BANDS;
        return AudioMeasurement.PRINT_LOW_HZ
                * Math.pow(AudioMeasurement.PRINT_HIGH_HZ / AudioMeasurement.PRINT_LOW_HZ, octaves);
    }

    private static double band(double hz) {
        return AudioMeasurement.PRINT_BANDS
                * Math.log(hz / AudioMeasurement.PRINT_LOW_HZ)
                / Math.log(AudioMeasurement.PRINT_HIGH_HZ / AudioMeasurement.PRINT_LOW_HZ);
    }

    /** Samples that are needed on either side of an interval. */
    public int margin() {
        return margin;
    }

    /**
     * The levels of an interval, as {@link AudioMeasurement#printLevels} has them.
     *
     * @param x the sound, full scale 1.0; where the margin reaches beyond the array, zeros are taken
     * @param from first sample of the interval
     * @param to behind its last sample
     */
    public byte[] levels(float[] x, int from, int to) {
        double stepSamples = AudioMeasurement.PRINT_STEP_S * rateHz;
        int steps = (int) ((to - from + 2) / stepSamples);
        int count = reduce(x, from - margin, to + margin);
        byte[] levels = new byte[steps * AudioMeasurement.PRINT_BANDS];
        int lost = Halving.REACH * ((1 << halvings) - 1);
        for (int s = 0; s < steps; s++) {
            double middle = to - (steps - s - 0.5) * stepSamples - (from - margin + lost);
            int begin = (int) Math.rint(middle / (1 << halvings) - 0.5 * window.length);
            step(Math.max(0, Math.min(count - window.length, begin)), levels, s * AudioMeasurement.PRINT_BANDS);
        }
        return levels;
    }

    private int reduce(float[] x, int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(x.length, to);
        Arrays.fill(room, 0, first - from, 0f);
        System.arraycopy(x, first, room, first - from, last - first);
        Arrays.fill(room, last - from, to - from, 0f);
        int count = to - from;
        for (int i = 0; i < halvings; i++) {
            count = Halving.halve(room, count);
        }
        return count;
    }

    private void step(int begin, byte[] levels, int at) {
        for (int i = 0; i < window.length; i++) {
            spectrum[i] = room[begin + i] * window[i];
        }
        Arrays.fill(spectrum, window.length, spectrum.length, 0f);
        transform.forward(spectrum);
        Arrays.fill(power, 0f);
        for (int i = 0; i < bandOf.length; i += 2) {
            int k = firstBin + i / 2;
            float squared = spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
            power[bandOf[i]] += share[i] * squared;
            power[bandOf[i + 1]] += share[i + 1] * squared;
        }
        for (int b = 0; b < power.length; b++) {
            levels[at + b] = AudioMeasurement.level(Decibels.ofPower(power[b] * fullScale));
        }
    }
}
