package io.bandwatch.dsp.synth;

import io.bandwatch.signal.Decibels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The complex baseband of one emission at its own low rate: frequency modulation by summing phase, echoes by reading the
 * phase again later, keying and level steps with ramps of 1 ms. Not thread-safe; allocates nothing in {@code next}.
 */
final class CarrierSignal {
    private static final double RAMP_S = 1e-3;
    // phases are made two samples early: the cubic that reads them between samples needs two later ones
    private static final int AHEAD = 2;

    private final Transmission emission;
    private final double residualHz;
    private final double rateHz;
    private final float amplitude;
    private final Multiplex multiplex;
    private final @Nullable OfdmWaveform digital;
    private final float[] deviationHz;
    private final double[] turns;
    private final int history;
    private long position;
    private double lastTurns;

    /**
     * @param residualHz where the carrier lies from 0, Hz
     * @param amplitude of the carrier, echoes included in the mean power
     * @param block samples of every call of {@link #next}
     * @param firstSample index of the first sample, may be negative
     */
    CarrierSignal(
            Transmission emission, double residualHz, double rateHz, double amplitude, int block, long firstSample) {
        this.emission = emission;
        this.residualHz = residualHz;
        this.rateHz = rateHz;
        double pathPower = 1.0;
        double longest = 0.0;
        for (Transmission.Echo echo : emission.paths().echoes()) {
            pathPower += echo.amplitude() * echo.amplitude();
            longest = Math.max(longest, echo.delayS());
        }
        this.amplitude = (float) (amplitude / Math.sqrt(pathPower));
        this.multiplex = emission.multiplex().open(rateHz);
        OfdmBlock ofdm = emission.multiplex().digital();
        if (ofdm != null && !emission.paths().echoes().isEmpty()) {
            throw new IllegalArgumentException("a digital block cannot have echoes; give it one path");
        }
        this.digital = ofdm == null ? null : new OfdmWaveform(ofdm, rateHz);
        this.history = (int) Math.ceil(longest * rateHz) + AHEAD + 2;
        this.deviationHz = new float[block];
        this.turns = new double[history + block];
        this.position = firstSample;
    }

    /** Writes the next block, re and im in turn; returns whether anything was on air in it. */
    boolean next(float[] interleaved, int from) {
        int block = deviationHz.length;
        advancePhase(block);
        double startS = position / rateHz;
        double endS = (position + block) / rateHz;
        position += block;
        boolean heard = false;
        boolean keyed = false;
        for (Transmission.Span span : emission.onAir()) {
            heard |= span.fromS() < endS && span.toS() + RAMP_S > startS;
            keyed |= span.fromS() + RAMP_S > startS && span.fromS() < endS;
            keyed |= span.toS() < endS && span.toS() + RAMP_S > startS;
        }
        if (!heard) {
            Arrays.fill(interleaved, from, from + 2 * block, 0f);
            return false;
        }
        write(interleaved, from, block);
        if (digital != null) {
            replaceBy(digital, interleaved, from, block);
        }
        List<Transmission.Echo> echoes = emission.paths().echoes();
        for (int i = 0; i < echoes.size(); i++) {
            addEcho(interleaved, from, echoes.get(i), startS);
        }
        shapeLevel(interleaved, from, startS, keyed);
        return true;
    }

    private void advancePhase(int block) {
        System.arraycopy(turns, block, turns, 0, history);
        multiplex.read(deviationHz, block);
        double step = 1.0 / rateHz;
        double phase = lastTurns;
        double base = residualHz + emission.driftHzPerS() * position / rateHz;
        double drift = emission.driftHzPerS() / rateHz;
        for (int i = 0; i < block; i++) {
            turns[history + i] = phase;
            phase += (base + drift * i + deviationHz[i]) * step;
        }
        lastTurns = phase;
    }

    private void write(float[] interleaved, int from, int block) {
        for (int i = 0; i < block; i++) {
            double phase = turns[history - AHEAD + i];
            interleaved[from + 2 * i] = amplitude * SineTable.cosine(phase);
            interleaved[from + 2 * i + 1] = amplitude * SineTable.sine(phase);
        }
    }

    private static void replaceBy(OfdmWaveform digital, float[] interleaved, int from, int block) {
        for (int i = 0; i < block; i++) {
            digital.next();
            float re = interleaved[from + 2 * i];
            float im = interleaved[from + 2 * i + 1];
            interleaved[from + 2 * i] = re * digital.re - im * digital.im;
            interleaved[from + 2 * i + 1] = re * digital.im + im * digital.re;
        }
    }

    // the phase between samples by a cubic through four of them (Lagrange): it is smooth, the signal is not
    private void addEcho(float[] interleaved, int from, Transmission.Echo echo, double startS) {
        double delay = echo.delayS() * rateHz;
        int whole = (int) Math.ceil(delay);
        double f = whole - delay;
        double w0 = -f * (f - 1) * (f - 2) / 6;
        double w1 = (f + 1) * (f - 1) * (f - 2) / 2;
        double w2 = -(f + 1) * f * (f - 2) / 2;
        double w3 = (f + 1) * f * (f - 1) / 6;
        double carrierTurns = (emission.frequencyHz() - residualHz) * echo.delayS();
        float gain = (float) (amplitude * echo.amplitude());
        int block = deviationHz.length;
        for (int i = 0; i < block; i++) {
            int at = history - AHEAD + i - whole;
            double late = w0 * turns[at - 1] + w1 * turns[at] + w2 * turns[at + 1] + w3 * turns[at + 2];
            double phase = late - carrierTurns + echo.dopplerHz() * (startS + i / rateHz);
            interleaved[from + 2 * i] += gain * SineTable.cosine(phase);
            interleaved[from + 2 * i + 1] += gain * SineTable.sine(phase);
        }
    }

    private void shapeLevel(float[] interleaved, int from, double startS, boolean keyed) {
        double depth = emission.paths().fadeDepthDb();
        List<Transmission.LevelStep> steps = emission.levels();
        if (!keyed && depth == 0.0 && steps.isEmpty()) {
            return;
        }
        for (int i = 0; i < deviationHz.length; i++) {
            double timeS = startS + i / rateHz;
            double gain = keyed ? keying(timeS) : 1.0;
            if (depth > 0.0) {
                double swing = 0.5 - 0.5 * SineTable.cosine(emission.paths().fadeRateHz() * timeS);
                gain *= Decibels.toAmplitude(-depth * swing);
            }
            if (!steps.isEmpty()) {
                gain *= level(steps, timeS);
            }
            interleaved[from + 2 * i] *= (float) gain;
            interleaved[from + 2 * i + 1] *= (float) gain;
        }
    }

    private static double level(List<Transmission.LevelStep> steps, double timeS) {
        double gain = 1.0;
        for (int i = 0; i < steps.size(); i++) {
            double done = ramp((timeS - steps.get(i).atS()) / RAMP_S);
            if (done == 0.0) {
                break;
            }
            gain += done * (Decibels.toAmplitude(steps.get(i).gainDb()) - gain);
        }
        return gain;
    }

    private double keying(double timeS) {
        double gain = 0.0;
        for (Transmission.Span span : emission.onAir()) {
            double rise = ramp((timeS - span.fromS()) / RAMP_S);
            double fall = ramp((timeS - span.toS()) / RAMP_S);
            gain = Math.max(gain, rise - fall);
        }
        return gain;
    }

    private static double ramp(double x) {
        return x <= 0 ? 0.0 : x >= 1 ? 1.0 : 0.5 - 0.5 * SineTable.cosine(0.5 * x);
    }
}
