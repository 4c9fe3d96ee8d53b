package io.bandwatch.dsp.filter;

import io.bandwatch.dsp.fft.Fft;

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

    /** Rate of the feed, Hz. */
    public double sampleRateHz() {
        return sampleRateHz;
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

    /** Channel samples that a block yields, those of {@link #samples} from {@link #firstKept} on. */
    public int kept() {
        return kept;
    }

    /** First sample of {@link #samples} free of wrap-around; the one before it is good enough to start from. */
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
     * A channel of this bank.
     *
     * @param offsetHz centre from the centre of the feed, Hz
     * @param halfWidthHz half of the flat width, Hz
     */
    public Channel tune(double offsetHz, double halfWidthHz) {
        double stepHz = sampleRateHz / forward.size();
        int middle = (int) Math.rint(offsetHz / stepHz);
        int size = backward.size();
        float[] weights = new float[size];
        for (int k = -size / 2; k < size / 2; k++) {
            double distanceHz = Math.abs((middle + k) * stepHz - offsetHz);
            weights[k + size / 2] = (float) (response(distanceHz - halfWidthHz) / forward.size());
        }
        return new Channel(middle, middle * stepHz, weights);
    }

    /**
     * Cuts a channel out of the block.
     *
     * @return the channel's samples, interleaved, valid until the next call; {@link Channel#zeroHz} stands at 0
     */
    public float[] samples(Channel channel) {
        int size = backward.size();
        int mask = forward.size() - 1;
        for (int k = 0; k < size; k++) {
            int shifted = k < size / 2 ? k : k - size;
            int from = 2 * ((channel.middle + shifted) & mask);
            float weight = channel.weights[shifted + size / 2];
            samples[2 * k] = bins[from] * weight;
            samples[2 * k + 1] = bins[from + 1] * weight;
        }
        backward.inverse(samples);
        return samples;
    }

    /**
     * Cuts a channel out of the block and appends what is kept of it to the channel's run of samples. Moving bins to 0
     * turns each block by three quarters of a turn a bin; that is taken back, so that blocks join without a step of phase.
     *
     * @param block number of the block in the run, whose blocks start {@link #hop} samples apart
     * @param run interleaved, with room for {@code (block + 1) * kept()} samples
     */
    public void append(Channel channel, int block, float[] run) {
        float[] z = samples(channel);
        int quarters = (int) ((long) channel.middle * block & 3);
        int to = 2 * block * kept;
        for (int i = 2 * first; i < 2 * (first + kept); i += 2, to += 2) {
            float x = z[i];
            float y = z[i + 1];
            switch (quarters) {
                case 0 -> put(run, to, x, y);
                case 1 -> put(run, to, -y, x);
                case 2 -> put(run, to, -x, -y);
                default -> put(run, to, y, -x);
            }
        }
    }

    private static void put(float[] run, int at, float re, float im) {
        run[at] = re;
        run[at + 1] = im;
    }

    /** Where a channel lies in the transform, and its shape there. */
    public static final class Channel {
        private final int middle;
        private final double zeroHz;
        private final float[] weights;

        private Channel(int middle, double zeroHz, float[] weights) {
            this.middle = middle;
            this.zeroHz = zeroHz;
            this.weights = weights;
        }

        /** Frequency, from the centre of the feed, that stands at 0 in the channel's samples, Hz. */
        public double zeroHz() {
            return zeroHz;
        }
    }

    /** Amplitude of the response at a distance beyond the flat part. */
    public static double response(double beyondHz) {
        if (beyondHz <= 0.0) {
            return 1.0;
        }
        return beyondHz >= ROLL_OFF_HZ ? 0.0 : 0.5 + 0.5 * Math.cos(Math.PI * beyondHz / ROLL_OFF_HZ);
    }
}
