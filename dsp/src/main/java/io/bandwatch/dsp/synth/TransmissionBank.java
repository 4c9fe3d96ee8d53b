package io.bandwatch.dsp.synth;

import io.bandwatch.dsp.fft.Fft;
import java.util.Arrays;
import java.util.List;

/**
 * Brings many narrow signals to their places in a wide band by fast convolution (overlap-save): each emission is made at
 * a low rate, transformed, filtered, and its bins are put where it belongs in one spectrum that is transformed back for
 * all. Cost a sample: one inverse transform, whatever the number of emissions, plus a little for each.
 *
 * <p>Below about 590 kS/s the low rate is the rate of the stream itself; a signal that reaches over an edge of the band then
 * comes back at the other, as without a filter before the converter. Not thread-safe; allocates nothing in {@code add}.
 */
final class TransmissionBank {
    private static final int NARROW = 1024;
    private static final int NARROW_HOP = NARROW / 2;
    /** Share of the low rate, on either side of 0, that the filter passes. */
    private static final double PASS = 0.46;

    private final Fft narrowFft = new Fft(NARROW);
    private final Fft wideFft;
    private final int factor;
    private final CarrierSignal[] signals;
    private final float[][] windows;
    private final int[] shiftBins;
    private final float[] response;
    private final float[] scratch = new float[2 * NARROW];
    private final float[] wide;
    private final boolean[] heardBefore;

    TransmissionBank(
            double sampleRateHz, double centerHz, List<Transmission> emissions, List<Double> amplitudes, int factor) {
        this.factor = factor;
        wideFft = new Fft(NARROW * factor);
        wide = new float[2 * NARROW * factor];
        double narrowRateHz = sampleRateHz / factor;
        response = response(PASS);
        int count = emissions.size();
        signals = new CarrierSignal[count];
        windows = new float[count][2 * NARROW];
        shiftBins = new int[count];
        heardBefore = new boolean[count];
        double binHz = narrowRateHz / NARROW;
        for (int i = 0; i < count; i++) {
            double offsetHz = emissions.get(i).frequencyHz() - centerHz;
            if (Math.abs(offsetHz) > 0.5 * sampleRateHz) {
                throw new IllegalArgumentException(
                        "emission at " + emissions.get(i).frequencyHz() + " Hz lies outside the band of " + sampleRateHz
                                + " Hz around " + centerHz + " Hz");
            }
            // an even shift keeps its phase from block to block, because a block advances by half a transform
            shiftBins[i] = 2 * (int) Math.round(offsetHz / (2 * binHz));
            signals[i] = new CarrierSignal(
                    emissions.get(i),
                    offsetHz - shiftBins[i] * binHz,
                    narrowRateHz,
                    amplitudes.get(i),
                    NARROW_HOP,
                    -NARROW / 4);
            heardBefore[i] = signals[i].next(windows[i], NARROW);
        }
    }

    /** How many times the low rate goes into the rate of the stream: as often as the widest emission allows. */
    static int factor(double sampleRateHz, List<Transmission> emissions) {
        double reachHz = Multiplex.Source.NARROWEST_REACH_HZ;
        for (Transmission emission : emissions) {
            reachHz = Math.max(reachHz, emission.multiplex().reachHz());
        }
        int factor = 1;
        while (PASS * sampleRateHz / (2 * factor) >= reachHz) {
            factor *= 2;
        }
        return factor;
    }

    /** Points of the wide transform, of which half advance at a time. */
    static int size(int factor) {
        return NARROW * factor;
    }

    /** Adds the next half transform of all emissions, and of coloured noise, to the samples. */
    void add(float[] re, float[] im, ColouredNoise noise) {
        Arrays.fill(wide, 0f);
        noise.addTo(wide, wideFft);
        for (int i = 0; i < signals.length; i++) {
            float[] window = windows[i];
            System.arraycopy(window, NARROW, window, 0, NARROW);
            boolean heard = signals[i].next(window, NARROW);
            if (heard || heardBefore[i]) {
                System.arraycopy(window, 0, scratch, 0, 2 * NARROW);
                narrowFft.forward(scratch);
                place(shiftBins[i]);
            }
            heardBefore[i] = heard;
        }
        wideFft.inverse(wide);
        int first = NARROW * factor / 4;
        for (int n = 0; n < NARROW_HOP * factor; n++) {
            re[n] += wide[2 * (first + n)];
            im[n] += wide[2 * (first + n) + 1];
        }
    }

    private void place(int shift) {
        int mask = NARROW * factor - 1;
        for (int k = -NARROW / 2; k < NARROW / 2; k++) {
            int from = k & (NARROW - 1);
            int to = (k + shift) & mask;
            wide[2 * to] += response[from] * scratch[2 * from];
            wide[2 * to + 1] += response[from] * scratch[2 * from + 1];
        }
    }

    /**
     * Low pass with an impulse response of no more than half the transform, so that the half of the block that is kept
     * holds no wrapped sample; Kaiser window, beta 9 (about 90 dB; Kaiser, Schafer 1980). Zero phase, scaled for the two
     * transforms.
     */
    private static float[] response(double cutoff) {
        double[] impulse = new double[NARROW / 4];
        for (int n = 0; n < impulse.length; n++) {
            double x = (double) n / impulse.length;
            double window = bessel(9.0 * Math.sqrt(1.0 - x * x)) / bessel(9.0);
            double ideal = n == 0 ? 2.0 * cutoff : StrictMath.sin(2.0 * Math.PI * cutoff * n) / (Math.PI * n);
            impulse[n] = window * ideal;
        }
        float[] response = new float[NARROW];
        for (int k = 0; k < NARROW; k++) {
            double sum = impulse[0];
            for (int n = 1; n < impulse.length; n++) {
                sum += 2.0 * impulse[n] * StrictMath.cos(2.0 * Math.PI * ((long) k * n % NARROW) / NARROW);
            }
            response[k] = (float) (sum / NARROW);
        }
        return response;
    }

    /** Modified Bessel function of the first kind, order 0, by its power series (Abramowitz, Stegun 9.6.12). */
    private static double bessel(double x) {
        double sum = 1.0;
        double term = 1.0;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (0.5 * x / k) * (0.5 * x / k);
            sum += term;
        }
        return sum;
    }
}
