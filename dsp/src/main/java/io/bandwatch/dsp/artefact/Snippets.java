package io.bandwatch.dsp.artefact;

import io.bandwatch.dsp.fft.Fft;
import io.bandwatch.dsp.filter.ChannelBank;
import java.util.ArrayList;
import java.util.List;

/**
 * Short stretches of many channels, cut out at the same moments. The moments lie all over the frame, so that carriers that
 * differ by a few hertz do not look alike, and irregularly, so that no difference of frequency hides between them.
 *
 * <p>Not thread-safe; allocates only when more channels are asked for than ever before.
 */
final class Snippets {
    /** A product of three channels of 290 kHz must not fold into the middle 200 kHz: 3 * 145 + 100 kHz. */
    private static final double LOWEST_RATE_HZ = 535e3;

    /** Fractional part of the golden ratio: multiples of it fill an interval evenly at any number. */
    static final double GOLDEN = 0.6180339887498949;

    private final Fft forward;
    private final float[] bins;
    private final ChannelBank bank;
    private final Fft backward;
    private final float[] samples;
    private final int blockSize;
    private final int channelSize;
    private final int mostBlocks;
    private final List<float[]> runs = new ArrayList<>();
    private int blocks;

    Snippets(double sampleRateHz, int blockSize, int mostBlocks) {
        int size = blockSize;
        while (size > 2 && 0.5 * sampleRateHz * size / blockSize >= LOWEST_RATE_HZ) {
            size /= 2;
        }
        this.forward = new Fft(blockSize);
        this.bins = new float[2 * blockSize];
        this.bank = new ChannelBank(sampleRateHz, blockSize, size);
        this.backward = new Fft(size);
        this.samples = new float[2 * size];
        this.blockSize = blockSize;
        this.channelSize = size;
        this.mostBlocks = mostBlocks;
    }

    /** Bins of {@link #stepHz} that the rate of the channels holds. */
    int channelSize() {
        return channelSize;
    }

    /** Samples of one snippet. */
    int length() {
        return bank.kept();
    }

    double rateHz() {
        return bank.channelRateHz();
    }

    double stepHz() {
        return bank.sampleRateHz() / blockSize;
    }

    /** Width of white noise that a channel passes, Hz. */
    double noiseBandwidthHz(double halfWidthHz) {
        return bank.noiseBandwidthHz(halfWidthHz);
    }

    /** Snippets of each channel. */
    int blocks() {
        return blocks;
    }

    ChannelBank.Channel tune(double offsetHz, double halfWidthHz) {
        return bank.tune(offsetHz, halfWidthHz);
    }

    /** Cuts the channels out of a frame of {@code count} samples from {@code from} on. */
    void cut(List<ChannelBank.Channel> channels, float[] re, float[] im, int from, int count) {
        while (runs.size() < channels.size()) {
            runs.add(new float[2 * mostBlocks * length()]);
        }
        int room = count - blockSize;
        blocks = room < 0 ? 0 : Math.min(mostBlocks, 1 + room / blockSize);
        for (int b = 0; b < blocks; b++) {
            double place = (b + 0.5) * GOLDEN;
            transform(re, im, from + (int) ((place - Math.floor(place)) * room));
            for (int c = 0; c < channels.size(); c++) {
                channels.get(c).take(bins, samples);
                backward.inverse(samples);
                System.arraycopy(samples, 2 * bank.dropped(), runs.get(c), 2 * b * length(), 2 * length());
            }
        }
    }

    private void transform(float[] re, float[] im, int start) {
        for (int i = 0; i < blockSize; i++) {
            bins[2 * i] = re[start + i];
            bins[2 * i + 1] = im[start + i];
        }
        forward.forward(bins);
    }

    /** All snippets of a channel one after the other, interleaved. */
    float[] run(int channel) {
        return runs.get(channel);
    }
}
