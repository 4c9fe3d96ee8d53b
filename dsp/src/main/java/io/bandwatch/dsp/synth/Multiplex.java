package io.bandwatch.dsp.synth;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What deviates a carrier: a stream of instantaneous frequency deviations. */
@FunctionalInterface
public interface Multiplex {
    /**
     * The next samples.
     *
     * @param deviationHz receives the deviation from the carrier, Hz
     * @param count how many, at most the length
     */
    void read(float[] deviationHz, int count);

    /** Opens a multiplex once the sample rate is known. */
    @FunctionalInterface
    interface Source {
        /** Half the width of an ordinary transmission, Hz: Carson's rule for 75 kHz and a multiplex up to 60 kHz. */
        double NARROWEST_REACH_HZ = 135_000.0;

        /** A fresh stream at {@code sampleRateHz} samples a second. */
        Multiplex open(double sampleRateHz);

        /** How far to either side the modulated carrier reaches, Hz. */
        default double reachHz() {
            return NARROWEST_REACH_HZ;
        }

        /** What is sent in place of a carrier; null where a carrier is sent, as by every station. */
        default @Nullable OfdmBlock digital() {
            return null;
        }
    }

    /** No modulation at all. */
    static Source unmodulated() {
        return rate -> (deviationHz, count) -> Arrays.fill(deviationHz, 0, count, 0f);
    }

    /** One tone: deviation {@code peakHz * sin(2 pi toneHz t)}. */
    static Source tone(double toneHz, double peakHz) {
        if (!(toneHz > 0) || !(peakHz >= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "tone needs toneHz > 0 and peakHz >= 0, got %s Hz and %s Hz", toneHz, peakHz));
        }
        return rate -> {
            double[] turns = new double[1];
            return (deviationHz, count) -> {
                for (int i = 0; i < count; i++) {
                    deviationHz[i] = (float) (peakHz * SineTable.sine(turns[0]));
                    turns[0] = (turns[0] + toneHz / rate) % 1.0;
                }
            };
        };
    }

    /**
     * Noise through a one-pole low pass, which loads a carrier as dense programme does.
     *
     * @param rmsHz RMS deviation, Hz
     * @param cornerHz corner of the low pass, Hz
     */
    static Source noise(long seed, double rmsHz, double cornerHz) {
        return rate -> {
            SeededRandom random = SeededRandom.forPurpose(seed, "multiplex noise");
            double pole = Math.exp(-2.0 * Math.PI * cornerHz / rate);
            double gain = rmsHz * Math.sqrt(1.0 - pole * pole);
            double[] state = new double[1];
            return (deviationHz, count) -> {
                for (int i = 0; i < count; i++) {
                    state[0] = pole * state[0] + gain * random.nextGaussian();
                    deviationHz[i] = (float) state[0];
                }
            };
        };
    }
}
