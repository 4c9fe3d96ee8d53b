package io.bandwatch.dsp.band;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.dsp.filter.ChannelCutter;
import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.dsp.fm.FmReceiver;
import io.bandwatch.dsp.fm.ReceivedSound;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FmReception;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Receives the carriers of a frame, each by itself, out of the spectra that all share.
 *
 * <p>What is measured lags by {@value #LAG_S} s behind the frame, so that filters without phase have samples on both sides:
 * the interval from that long before the frame to that long before its end. Where a recording begins, it starts with the
 * frame, and the first {@value #SETTLING_S} s are left out.
 *
 * <p>Not thread-safe; one instance per feed.
 */
final class Reception {
    private static final double LAG_S = 0.0125;
    private static final double SETTLING_S = 0.005;

    /** Below, a discriminator gives more clicks than programme. */
    private static final double LOWEST_SNR_DB = 5.0;

    private static final double STRONGER_DB = 15.0;

    private final double centerHz;
    private final ChannelBank bank;
    private final BlockSpectra spectra;
    private final Workers workers;
    private final FmReceiver[] receivers;
    private final ChannelCutter[] cutters;
    private final ChannelSamples[] runs;

    Reception(BandSettings settings, BlockSpectra spectra, Workers workers) {
        this.centerHz = settings.centerHz();
        this.spectra = spectra;
        this.workers = workers;
        this.bank = ChannelBank.ofStations(settings.sampleRateHz(), spectra.size());
        double mostS = SETTLING_S + LAG_S + settings.frameSamples() / settings.sampleRateHz();
        int mostSamples = (int) Math.ceil(mostS * bank.channelRateHz()) + bank.kept();
        this.receivers = new FmReceiver[workers.count()];
        this.cutters = new ChannelCutter[workers.count()];
        this.runs = new ChannelSamples[workers.count()];
        for (int w = 0; w < receivers.length; w++) {
            receivers[w] = new FmReceiver(bank.channelRateHz(), mostSamples, settings.deEmphasisS());
            cutters[w] = bank.cutter(mostSamples / bank.kept() + 1);
            runs[w] = new ChannelSamples(mostSamples);
        }
    }

    /** What is received of each carrier in {@code count} samples behind {@code lead}; null where it is too weak. */
    @Nullable
    FmReception[] of(CarrierMeasurement[] carriers, int lead, int count) {
        int[] chosen = IntStream.range(0, carriers.length)
                .filter(c -> carriers[c].snrDb() >= LOWEST_SNR_DB)
                .toArray();
        @Nullable FmReception[] receptions = new FmReception[carriers.length];
        workers.run(chosen.length, (worker, i) -> {
            CarrierMeasurement carrier = carriers[chosen[i]];
            boolean narrow = Neighbours.strongestDb(chosen[i], carriers) > STRONGER_DB;
            receptions[chosen[i]] = receive(worker, carrier.frequencyHz(), narrow, lead, count);
        });
        return receptions;
    }

    private FmReception receive(int worker, double frequencyHz, boolean narrow, int lead, int count) {
        double halfWidthHz = narrow ? ChannelBank.NARROW_HALF_HZ : ChannelBank.WIDE_HALF_HZ;
        ChannelBank.Channel channel = bank.tune(frequencyHz - centerHz, halfWidthHz);
        double rateHz = bank.channelRateHz();
        double frameAtS = (lead - spectra.start()) / bank.sampleRateHz() - bank.dropped() / rateHz;
        int skipped = (int) (Math.max(0.0, frameAtS - LAG_S - SETTLING_S) * rateHz / bank.kept());
        ChannelSamples run = runs[worker];
        cutters[worker].cut(channel, spectra, skipped, spectra.blocks(), 1, run);
        double startS = frameAtS - skipped * bank.kept() / rateHz;
        double endS = startS + count / bank.sampleRateHz();
        int first = firstAfter(Math.max(SETTLING_S, startS - LAG_S) * rateHz);
        int end = firstAfter((endS - LAG_S) * rateHz);
        return receivers[worker].receive(run, startS, first, end - first, centerHz, narrow);
    }

    /** First sample not before; a rounding error must not make frames overlap by a sample. */
    private static int firstAfter(double samples) {
        return (int) Math.ceil(samples - 1e-6);
    }

    /** What there is to hear at a frequency in {@code count} samples behind {@code lead}. */
    ReceivedSound hear(double frequencyHz, int lead, int count) {
        receive(0, frequencyHz, false, lead, count);
        return receivers[0].heard();
    }
}
