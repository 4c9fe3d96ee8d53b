package io.bandwatch.dsp.band;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.dsp.fm.Discriminator;
import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Spectrum;
import java.util.List;

/**
 * What only the samples tell of an emission: its mean instantaneous frequency, and whether it is one carrier or two.
 *
 * <p>The frequency is the discriminator's mean over the whole frame, without a gap (snippets would alias speech into a
 * bias), in a channel centred on the noise-free centroid. Where noise takes over, clicks pull a discriminator's mean to
 * the centre of its channel (S. O. Rice, "Noise in FM receivers", 1963); there the centroid is the better estimate, so
 * the pull is in the right direction and no switch between two rules is needed.
 *
 * <p>Not thread-safe; one instance per feed.
 */
final class CarrierMeter implements CarrierFinder.Unity {
    /** Widest channel in which two neighbours are weighed, half of it, Hz. */
    private static final double WIDEST_PAIR_HALF_HZ = 180e3;

    /** Every third block tells the envelope well enough. */
    private static final int ENVELOPE_STRIDE = 3;

    private final double centerHz;
    private final BlockSpectra spectra;
    private final Workers workers;
    private final ChannelBank bank;
    private final Meter[] meters;
    private final ChannelBank pairBank;
    private final ChannelBank.Cutter pairCutter;
    private final ChannelSamples pair;

    CarrierMeter(double sampleRateHz, double centerHz, BlockSpectra spectra, Workers workers) {
        this.centerHz = centerHz;
        this.spectra = spectra;
        this.workers = workers;
        int blockSize = spectra.size();
        this.bank = new ChannelBank(sampleRateHz, blockSize, Math.min(blockSize, 256));
        this.meters = new Meter[workers.count()];
        for (int w = 0; w < meters.length; w++) {
            meters[w] = new Meter();
        }
        this.pairBank = new ChannelBank(sampleRateHz, blockSize, Math.min(blockSize, 512));
        this.pairCutter = pairBank.cutter();
        this.pair = new ChannelSamples(pairBank.kept());
    }

    /** Mean instantaneous frequency of each emission over the frame, Hz. */
    double[] frequencies(List<Emission> emissions, Spectrum spectrum) {
        double[] result = new double[emissions.size()];
        workers.run(result.length, (worker, e) -> result[e] = meters[worker].frequency(emissions.get(e), spectrum));
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
            double response = pairBank.response(spectrum.frequencyHz(i) - centerHz - offsetHz, halfHz);
            noise += noiseFloor.power()[i] * response * response;
        }
        double share = lower.power() / (lower.power() + upper.power());
        return beat(pairBank.tune(offsetHz, halfHz), noise) < 0.5 * share * (1.0 - share);
    }

    private double beat(ChannelBank.Channel channel, double noise) {
        double second = 0.0;
        double fourth = 0.0;
        int samples = 0;
        float[] re = pair.re();
        float[] im = pair.im();
        for (int b = spectra.firstOfFrame(); b < spectra.blocks(); b += ENVELOPE_STRIDE) {
            pairCutter.cut(channel, spectra, b, b + 1, pair);
            for (int i = 0; i < pair.count(); i++) {
                double power = (double) re[i] * re[i] + (double) im[i] * im[i];
                second += power;
                fourth += power * power;
            }
            samples += pair.count();
        }
        double signal = second / samples - noise;
        double excess = fourth / samples - signal * signal - 4.0 * signal * noise - 2.0 * noise * noise;
        return excess / (2.0 * signal * signal);
    }

    /** Measures one emission at a time, on one thread. */
    private final class Meter {
        private final ChannelBank.Cutter cutter = bank.cutter();
        private final Discriminator discriminator = new Discriminator();
        private final ChannelSamples run = new ChannelSamples(spectra.mostBlocks() * bank.kept());
        private final float[] advances = new float[spectra.mostBlocks() * bank.kept()];

        double frequency(Emission emission, Spectrum spectrum) {
            double offsetHz = spectrum.frequencyHz(emission.centroid()) - centerHz;
            ChannelBank.Channel channel = bank.tune(offsetHz, emission.halfWidthHz(spectrum.stepHz()));
            cutter.cut(channel, spectra, spectra.firstOfFrame(), spectra.blocks(), run);
            discriminator.advances(run, 1f, advances);
            double sum = 0.0;
            for (int i = 1; i < run.count(); i++) {
                sum += advances[i];
            }
            double hzPerRadian = bank.channelRateHz() / (2.0 * Math.PI * (run.count() - 1));
            return centerHz + channel.zeroHz() + sum * hzPerRadian;
        }
    }
}
