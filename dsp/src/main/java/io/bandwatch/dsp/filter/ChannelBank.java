package io.bandwatch.dsp.filter;

import io.bandwatch.dsp.fft.Fft;
import java.util.Arrays;

/**
 * Cuts channels out of a wide feed by fast convolution, overlap-save form: one forward transform per block serves all
 * channels, each of which takes its bins, shapes them and transforms them back at a lower rate (J. J. Shynk,
 * "Frequency-domain and multirate adaptive filtering", IEEE Signal Processing Magazine 9, 1992, figure 1).
 *
 * <p>The response is flat to the given half width, then falls as a raised cosine over {@value #ROLL_OFF_HZ} Hz, so that
 * its impulse response dies out within an eighth of a block on either side; that much is dropped at both ends of each
 * block. Blocks advance by three quarters, so the kept parts join without a gap.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
public final class ChannelBank {
    /** Width of the flank on either side of the channel. */
    public static final double ROLL_OFF_HZ = 25e3;

    private final double sampleRateHz;
    private final Fft forward;
    private final Fft backward;
    private final float[] bins;
    private final float[] samples;
    private final int first;
    private final int kept;

    /**
     * @param sampleRateHz rate of the feed, Hz
     * @param blockSize samples of a block of the feed, a power of two
     * @param channelSize samples of the same block of a channel, a power of two up to {@code blockSize}
     */
    public ChannelBank(double sampleRateHz, int blockSize, int channelSize) {
        this.sampleRateHz = sampleRateHz;
        this.forward = new Fft(blockSize);
        this.backward = new Fft(channelSize);
        this.bins = new float[2 * blockSize];
        this.samples = new float[2 * channelSize];
        this.first = channelSize / 8;
        this.kept = channelSize - 2 * first;
    }

    /** Samples from the start of one block to the start of the next. */
    public int hop() {
        return forward.size() / 4 * 3;
    }

    /** How many blocks fit in a run of samples. */
    public int blocks(int count) {
        return count < forward.size() ? 0 : (count - forward.size()) / hop() + 1;
    }

    /** Rate of the channels, Hz. */
    public double channelRateHz() {
        return sampleRateHz * backward.size() / forward.size();
    }

    /** Channel samples that a block yields, those of {@link #channel} from {@link #firstKept} on. */
    public int kept() {
        return kept;
    }

    /** First sample of {@link #channel} free of wrap-around; the one before it is good enough to start from. */
    public int firstKept() {
        return first;
    }

    /** Takes a block of the feed, starting at {@code start}. */
    public void load(float[] re, float[] im, int start) {
        for (int i = 0; i < forward.size(); i++) {
            bins[2 * i] = re[start + i];
            bins[2 * i + 1] = im[start + i];
        }
        forward.forward(bins);
    }

    /**
     * Cuts a channel out of the block.
     *
     * @param offsetHz centre of the channel from the centre of the feed, Hz
     * @param halfWidthHz half of the flat width, Hz
     * @return the channel's samples, interleaved, valid until the next call; mixed down by {@link #mixHz}
     */
    public float[] channel(double offsetHz, double halfWidthHz) {
        int n = forward.size();
        int m = backward.size();
        double stepHz = sampleRateHz / n;
        int middle = (int) Math.rint(offsetHz / stepHz);
        Arrays.fill(samples, 0.0f);
        for (int k = -m / 2; k < m / 2; k++) {
            double distanceHz = Math.abs((middle + k) * stepHz - offsetHz);
            if (distanceHz < halfWidthHz + ROLL_OFF_HZ) {
                float weight = (float) (response(distanceHz - halfWidthHz) / n);
                int from = 2 * ((middle + k) & (n - 1));
                int to = 2 * (k & (m - 1));
                samples[to] = bins[from] * weight;
                samples[to + 1] = bins[from + 1] * weight;
            }
        }
        backward.inverse(samples);
        return samples;
    }

    /** Frequency, from the centre of the feed, that stands at 0 in the samples of {@link #channel}, Hz. */
    public double mixHz(double offsetHz) {
        double stepHz = sampleRateHz / forward.size();
        return Math.rint(offsetHz / stepHz) * stepHz;
    }

    /** Amplitude of the response at a distance beyond the flat part. */
    public static double response(double beyondHz) {
        if (beyondHz <= 0.0) {
            return 1.0;
        }
        return beyondHz >= ROLL_OFF_HZ ? 0.0 : 0.5 + 0.5 * Math.cos(Math.PI * beyondHz / ROLL_OFF_HZ);
    }
}
