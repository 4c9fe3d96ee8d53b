package io.bandwatch.dsp.band;

import io.bandwatch.dsp.filter.ChannelBank;
import io.bandwatch.dsp.fm.FmReceiver;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FmReception;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Receives the carriers of a frame: one forward transform a block for all of them, then each channel by itself.
 *
 * <p>What is measured lags by {@value #LAG_S} s behind the frame, so that filters without phase have samples on both sides:
 * the interval from that long before the frame to that long before its end. Where a recording begins, it starts with the
 * frame, and the first {@value #SETTLING_S} s are left out.
 *
 * <p>Not thread-safe; one instance per feed.
 */
final class Reception {
    private static final double LAG_S = 0.02;
    private static final double SETTLING_S = 0.005;

    /** Below, a discriminator gives more clicks than programme. */
    private static final double LOWEST_SNR_DB = 5.0;

    /** Half of the flat width of a channel: that of a station, 200 kHz. */
    private static final double HALF_WIDTH_HZ = 100e3;

    /** Lowest rate at which what wraps around from beyond 200 kHz stays outside the flat width. */
    private static final double LOWEST_RATE_HZ = 300e3;

    private static final double DE_EMPHASIS_S = 50e-6;

    private final double centerHz;
    private final ChannelBank bank;
    private final Workers workers;
    private final FmReceiver[] receivers;
    private final int mostSamples;
    private final List<float[]> runs = new ArrayList<>();

    Reception(BandSettings settings, int blockSize, Workers workers) {
        this.centerHz = settings.centerHz();
        int channelSize = blockSize;
        while (channelSize > 2 && 0.5 * settings.sampleRateHz() * channelSize / blockSize >= LOWEST_RATE_HZ) {
            channelSize /= 2;
        }
        this.bank = new ChannelBank(settings.sampleRateHz(), blockSize, channelSize);
        this.mostSamples = bank.blocks(settings.leadSamples() + settings.frameSamples()) * bank.kept();
        this.workers = workers;
        this.receivers = new FmReceiver[workers.count()];
        for (int w = 0; w < receivers.length; w++) {
            receivers[w] = new FmReceiver(bank.channelRateHz(), mostSamples, DE_EMPHASIS_S);
        }
    }

    /** What is received of each carrier; null where it is too weak. */
    @Nullable
    FmReception[] of(CarrierMeasurement[] carriers, float[] re, float[] im, int lead, int count) {
        int[] chosen = IntStream.range(0, carriers.length)
                .filter(c -> carriers[c].snrDb() >= LOWEST_SNR_DB)
                .toArray();
        ChannelBank.Channel[] channels = new ChannelBank.Channel[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            channels[i] = bank.tune(carriers[chosen[i]].frequencyHz() - centerHz, HALF_WIDTH_HZ);
        }
        cutOut(channels, re, im, lead + count);
        @Nullable FmReception[] receptions = new FmReception[carriers.length];
        workers.run(chosen.length, (worker, i) -> receptions[chosen[i]] = receive(worker, i, channels[i], lead, count));
        return receptions;
    }

    private void cutOut(ChannelBank.Channel[] channels, float[] re, float[] im, int samples) {
        while (runs.size() < channels.length) {
            runs.add(new float[2 * mostSamples]);
        }
        int blocks = channels.length == 0 ? 0 : bank.blocks(samples);
        for (int b = 0; b < blocks; b++) {
            bank.load(re, im, b * bank.hop());
            for (int i = 0; i < channels.length; i++) {
                bank.append(channels[i], b, runs.get(i));
            }
        }
    }

    private FmReception receive(int worker, int run, ChannelBank.Channel channel, int lead, int count) {
        double rateHz = bank.channelRateHz();
        double perSample = rateHz / bank.sampleRateHz();
        double startS = (lead * perSample - bank.firstKept()) / rateHz;
        double endS = startS + count / bank.sampleRateHz();
        int first = (int) Math.ceil(Math.max(SETTLING_S, startS - LAG_S) * rateHz);
        int end = (int) Math.ceil((endS - LAG_S) * rateHz);
        int samples = bank.blocks(lead + count) * bank.kept();
        return receivers[worker].receive(
                runs.get(run), samples, startS, first, end - first, centerHz + channel.zeroHz());
    }
}
