package io.bandwatch.dsp.band;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.dsp.filter.ChannelCutter;
import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.dsp.fm.Discriminator;
import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Spectrum;
import io.bandwatch.signal.CarrierMeasurement;
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

    /** Noise in the whole channel moves the mean by less than it does in the narrowest one at the threshold. */
    private static final double CLEAR_SNR_DB = 20.0;

    /** A neighbour's outer sidebands, which reach into the channel, are another 20 dB below its level. */
    private static final double CLEAR_OF_DB = -10.0;

    private final double centerHz;
    private final BlockSpectra spectra;
    private final Workers workers;
    private final ChannelBank bank;
    private final Meter[] meters;
    private final ChannelBank pairBank;
    private final ChannelCutter pairCutter;
    private final ChannelSamples pair;

    CarrierMeter(double sampleRateHz, double centerHz, BlockSpectra spectra, Workers workers) {
        this.centerHz = centerHz;
        this.spectra = spectra;
        this.workers = workers;
        int blockSize = spectra.size();
        this.bank = ChannelBank.ofStations(sampleRateHz, blockSize);
        this.meters = new Meter[workers.count()];
        for (int w = 0; w < meters.length; w++) {
            meters[w] = new Meter();
        }
        this.pairBank = ChannelBank.ofWidth(sampleRateHz, blockSize, WIDEST_PAIR_HALF_HZ);
        int pairBlocks = (spectra.mostBlocks() + ENVELOPE_STRIDE - 1) / ENVELOPE_STRIDE;
        this.pairCutter = pairBank.cutter(pairBlocks);
        this.pair = new ChannelSamples(pairBlocks * pairBank.kept());
    }

    /** The carriers of emissions, each at the mean instantaneous frequency over the frame, but for those that are clear. */
    List<Located> located(List<Emission> emissions, NoiseFloor floor) {
        CarrierMeasurement[] carriers =
                emissions.stream().map(emission -> emission.measured(floor)).toArray(CarrierMeasurement[]::new);
        Located[] located = new Located[carriers.length];
        workers.run(carriers.length, (worker, c) -> {
            boolean clear = isClear(c, carriers);
            located[c] = clear
                    ? new Located(carriers[c], false)
                    : new Located(carriers[c].at(meters[worker].frequency(emissions.get(c), floor.spectrum())), true);
        });
        return List.of(located);
    }

    /**
     * Whether all that stands in a carrier's channel is its own. Then its reception tells the frequency as well, and no
     * narrower channel is needed to keep others out.
     */
    private static boolean isClear(int carrier, CarrierMeasurement[] all) {
        return all[carrier].snrDb() >= CLEAR_SNR_DB && Neighbours.strongestDb(carrier, all) < CLEAR_OF_DB;
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
        float[] re = pair.re();
        float[] im = pair.im();
        pairCutter.cut(channel, spectra, spectra.firstOfFrame(), spectra.blocks(), ENVELOPE_STRIDE, pair);
        for (int i = 0; i < pair.count(); i++) {
            double power = (double) re[i] * re[i] + (double) im[i] * im[i];
            second += power;
            fourth += power * power;
        }
        double signal = second / pair.count() - noise;
        double excess = fourth / pair.count() - signal * signal - 4.0 * signal * noise - 2.0 * noise * noise;
        return excess / (2.0 * signal * signal);
    }

    /** Measures one emission at a time, on one thread. */
    private final class Meter {
        private final ChannelCutter cutter = bank.cutter(spectra.mostBlocks());
        private final Discriminator discriminator = new Discriminator();
        private final ChannelSamples run = new ChannelSamples(spectra.mostBlocks() * bank.kept());
        private final float[] advances = new float[spectra.mostBlocks() * bank.kept()];

        double frequency(Emission emission, Spectrum spectrum) {
            double offsetHz = spectrum.frequencyHz(emission.centroid()) - centerHz;
            ChannelBank.Channel channel = bank.tune(offsetHz, emission.halfWidthHz(spectrum.stepHz()));
            cutter.cut(channel, spectra, spectra.firstOfFrame(), spectra.blocks(), 1, run);
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
