package io.bandwatch.dsp.synth;

import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Emissions and noise as one stream of complex samples, full scale 1.0. Memory does not depend on the duration; the
 * samples do not depend on the block lengths asked for. Not thread-safe; allocates nothing in {@code read}.
 */
public final class WidebandStream {
    private final TransmissionBank bank;
    private final ColouredNoise noise;
    private final double centerHz;
    private final double laterDensity;
    private final float[] re;
    private final float[] im;
    private int used;

    /**
     * @param sampleRateHz rate of the stream, at least 240 kS/s
     * @param centerHz frequency that becomes 0, Hz
     * @param seed of everything random
     */
    public WidebandStream(
            double sampleRateHz, double centerHz, FloorShape floor, List<Transmission> emissions, long seed) {
        this(sampleRateHz, centerHz, floor, emissions, seed, 0.0);
    }

    /**
     * The same for samples that will be written in coarse steps, whose noise counts in the carrier to noise ratio.
     *
     * @param laterNoise linear power that is added later over the whole band, such as that of rounding
     */
    public WidebandStream(
            double sampleRateHz,
            double centerHz,
            FloorShape floor,
            List<Transmission> emissions,
            long seed,
            double laterNoise) {
        if (!(sampleRateHz >= 240_000) || !(sampleRateHz <= 25_000_000)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "sample rate must be 240000 to 25000000 Hz, got %s Hz", sampleRateHz));
        }
        this.centerHz = centerHz;
        laterDensity = laterNoise / sampleRateHz;
        int factor = TransmissionBank.factor(sampleRateHz, emissions);
        noise = new ColouredNoise(floor, sampleRateHz, seed, TransmissionBank.size(factor));
        List<Double> amplitudes = new ArrayList<>();
        for (Transmission emission : emissions) {
            amplitudes.add(Math.sqrt(noiseIn200Khz(emission.frequencyHz()) * Decibels.toPower(emission.cnDb())));
        }
        bank = new TransmissionBank(sampleRateHz, centerHz, emissions, amplitudes, factor);
        re = new float[TransmissionBank.size(factor) / 2];
        im = new float[re.length];
        used = re.length;
    }

    /** Noise power in 200 kHz around a frequency, dBFS: the density there, times the bandwidth. */
    public double noiseDbfsIn200Khz(double frequencyHz) {
        return Decibels.ofPower(noiseIn200Khz(frequencyHz));
    }

    /** The next {@code count} samples, written from index {@code from} on. */
    public void read(float[] outRe, float[] outIm, int from, int count) {
        int done = 0;
        while (done < count) {
            if (used == re.length) {
                refill();
            }
            int part = Math.min(count - done, re.length - used);
            System.arraycopy(re, used, outRe, from + done, part);
            System.arraycopy(im, used, outIm, from + done, part);
            used += part;
            done += part;
        }
    }

    private double noiseIn200Khz(double frequencyHz) {
        return (noise.density(frequencyHz - centerHz) + laterDensity) * FloorShape.REFERENCE_BANDWIDTH_HZ;
    }

    private void refill() {
        Arrays.fill(re, 0f);
        Arrays.fill(im, 0f);
        bank.add(re, im, noise);
        noise.addTo(re, im);
        used = 0;
    }
}
