package io.bandwatch.dsp.band;

import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.dsp.fm.Discriminator;
import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Spectrum;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What only the samples tell of an emission: its mean instantaneous frequency, and whether it is one carrier or two.
 *
 * <p>The frequency is the discriminator's mean over the whole frame, without a gap (snippets would alias speech into a
 * bias), in a channel centred on the noise-free centroid. Where noise takes over, clicks pull a discriminator's mean to
 * the centre of its channel (S. O. Rice, "Noise in FM receivers", 1963); there the centroid is the better estimate, so
 * the pull is in the right direction and no switch between two rules is needed.
 *
 * <p>Not thread-safe; one instance per feed; allocates nothing per block.
 */
final class CarrierMeter implements CarrierFinder.Unity {
    /** Widest channel in which two neighbours are weighed, half of it, Hz. */
    private static final double WIDEST_PAIR_HALF_HZ = 180e3;

    /** Every third block tells the envelope well enough. */
    private static final int ENVELOPE_STRIDE = 3;

    private final double centerHz;
    private final ChannelBank bank;
    private final ChannelBank pairBank;
    private float[] re = {};
    private float[] im = {};
    private int from;
    private int count;
    private @Nullable NoiseFloor floor;

    CarrierMeter(double sampleRateHz, double centerHz, int blockSize) {
        this.centerHz = centerHz;
        this.bank = new ChannelBank(sampleRateHz, blockSize, Math.min(blockSize, 256));
        this.pairBank = new ChannelBank(sampleRateHz, blockSize, Math.min(blockSize, 512));
    }

    /** Takes the samples of a frame and the noise found in it. */
    void frame(float[] re, float[] im, int from, int count, NoiseFloor floor) {
        this.re = re;
        this.im = im;
        this.from = from;
        this.count = count;
        this.floor = floor;
    }

    /** Mean instantaneous frequency of each emission over the frame, Hz. */
    double[] frequencies(List<Emission> emissions) {
        Spectrum spectrum = Objects.requireNonNull(floor).spectrum();
        int size = emissions.size();
        ChannelBank.Channel[] channels = new ChannelBank.Channel[size];
        for (int e = 0; e < size; e++) {
            Emission emission = emissions.get(e);
            double offsetHz = spectrum.frequencyHz(emission.centroid()) - centerHz;
            channels[e] = bank.tune(offsetHz, emission.halfWidthHz(spectrum.stepHz()));
        }
        double[] result = new double[size];
        int blocks = size == 0 ? 0 : bank.blocks(count);
        for (int b = 0; b < blocks; b++) {
            bank.load(re, im, from + b * bank.hop());
            for (int e = 0; e < size; e++) {
                result[e] += Discriminator.advance(bank.samples(channels[e]), bank.firstKept(), bank.kept());
            }
        }
        double hzPerRadian = bank.channelRateHz() / (2.0 * Math.PI * blocks * bank.kept());
        for (int e = 0; e < size; e++) {
            result[e] = centerHz + channels[e].zeroHz() + result[e] * hzPerRadian;
        }
        return result;
    }

    /**
     * Whether two humps are one frequency-modulated carrier that dwells in two places. One carrier has a constant
     * envelope however it is modulated; two carriers of powers {@code a} and {@code b} beat, and
     * {@code (M4 - S^2 - 4 S N - 2 N^2) / 2 S^2}, with {@code M4} the fourth moment of the envelope, {@code S} the
     * signal and {@code N} the noise power, is {@code ab/(a+b)^2} instead of 0 (moments as in D. R. Pauluzzi and N. C.
     * Beaulieu, "A comparison of SNR estimation techniques", IEEE Trans. Commun. 48, 2000, M2M4).
     */
    @Override
    public boolean one(Emission lower, Emission upper, NoiseFloor noiseFloor) {
        Spectrum spectrum = noiseFloor.spectrum();
        double offsetHz = spectrum.frequencyHz(0.5 * (lower.from() + upper.to())) - centerHz;
        double halfHz = Math.min(WIDEST_PAIR_HALF_HZ, 0.5 * (upper.to() - lower.from()) * spectrum.stepHz());
        double noise = 0.0;
        for (int i = 0; i < spectrum.bins(); i++) {
            double distanceHz = Math.abs(spectrum.frequencyHz(i) - centerHz - offsetHz);
            double response = ChannelBank.response(distanceHz - halfHz);
            noise += noiseFloor.power()[i] * response * response;
        }
        double share = lower.power() / (lower.power() + upper.power());
        return beat(pairBank.tune(offsetHz, halfHz), noise) < 0.5 * share * (1.0 - share);
    }

    private double beat(ChannelBank.Channel channel, double noise) {
        double second = 0.0;
        double fourth = 0.0;
        int samples = 0;
        for (int b = 0; b < pairBank.blocks(count); b += ENVELOPE_STRIDE) {
            pairBank.load(re, im, from + b * pairBank.hop());
            float[] z = pairBank.samples(channel);
            for (int i = pairBank.firstKept(); i < pairBank.firstKept() + pairBank.kept(); i++) {
                double power = (double) z[2 * i] * z[2 * i] + (double) z[2 * i + 1] * z[2 * i + 1];
                second += power;
                fourth += power * power;
            }
            samples += pairBank.kept();
        }
        double signal = second / samples - noise;
        double excess = fourth / samples - signal * signal - 4.0 * signal * noise - 2.0 * noise * noise;
        return excess / (2.0 * signal * signal);
    }
}
