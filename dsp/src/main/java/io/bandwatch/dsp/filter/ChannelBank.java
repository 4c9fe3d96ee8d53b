package io.bandwatch.dsp.filter;

/**
 * Cuts channels out of a wide feed by fast convolution, overlap-save form: one forward transform per block serves all
 * channels, each of which takes its bins, shapes them and transforms them back at a lower rate (J. J. Shynk,
 * "Frequency-domain and multirate adaptive filtering", IEEE Signal Processing Magazine 9, 1992, figure 1).
 *
 * <p>The response is flat to the given half width, then falls within {@link #flankHz} by at least 70 dB. Its impulse
 * response ends within an eighth of a block on either side; that much is dropped at both ends of each block, so that nothing
 * wraps around. Blocks advance by three quarters, so the kept parts join without a gap.
 *
 * <p>A bank and its channels may be shared between threads; a {@link ChannelCutter} may not.
 */
public final class ChannelBank {
    /** Half of the flat width of a station's channel, Hz. */
    public static final double WIDE_HALF_HZ = 100e3;

    /** The same where a strong neighbour's skirt would do more harm than the loss of the outer sidebands, Hz. */
    public static final double NARROW_HALF_HZ = 75e3;

    private static final Edge EDGE = new Edge();

    private final double sampleRateHz;
    private final int blockSize;
    private final int channelSize;

    /**
     * @param sampleRateHz rate of the feed, Hz
     * @param blockSize samples of a block of the feed, a power of two
     * @param channelSize samples of the same block of a channel, up to {@code blockSize}: a power of two from 16 on, or
     *     three times one
     */
    public ChannelBank(double sampleRateHz, int blockSize, int channelSize) {
        this.sampleRateHz = sampleRateHz;
        this.blockSize = blockSize;
        this.channelSize = channelSize;
    }

    /** A bank of stations' channels, at the lowest rate at which their flanks do not fold back: 240 to 400 kS/s. */
    public static ChannelBank ofStations(double sampleRateHz, int blockSize) {
        return ofWidth(sampleRateHz, blockSize, WIDE_HALF_HZ);
    }

    /**
     * A bank of channels at the lowest rate at which their flanks do not fold back, or at the feed's rate if that is lower.
     *
     * @param halfWidthHz half of the widest one's flat width, Hz
     */
    public static ChannelBank ofWidth(double sampleRateHz, int blockSize, double halfWidthHz) {
        ChannelBank narrowest = new ChannelBank(sampleRateHz, blockSize, blockSize);
        double lowestRateHz = 2.0 * (halfWidthHz + narrowest.flankHz());
        for (int size = blockSize; size >= 64; size /= 2) {
            for (int smaller : new int[] {size / 4 * 3, size / 2}) {
                if (sampleRateHz * smaller / blockSize < lowestRateHz) {
                    return narrowest;
                }
                narrowest = new ChannelBank(sampleRateHz, blockSize, smaller);
            }
        }
        return narrowest;
    }

    /** Rate of the feed, Hz. */
    public double sampleRateHz() {
        return sampleRateHz;
    }

    /** Rate of the channels, Hz. */
    public double channelRateHz() {
        return sampleRateHz * channelSize / blockSize;
    }

    /** Samples of a block of a channel. */
    int channelSize() {
        return channelSize;
    }

    /** Channel samples that a block yields. */
    public int kept() {
        return channelSize - 2 * dropped();
    }

    /** Channel samples dropped at either end of a block. */
    public int dropped() {
        return channelSize / 8;
    }

    /** Width of the flank, from the end of the flat part to where the stop band begins, Hz. */
    public double flankHz() {
        return Edge.WIDTH / impulseS();
    }

    /** Length of the impulse response, s: a quarter of a block. */
    private double impulseS() {
        return 0.25 * blockSize / sampleRateHz;
    }

    /** Width of white noise that passes a channel, Hz. */
    public double noiseBandwidthHz(double halfWidthHz) {
        return 2.0 * halfWidthHz + flankHz() + 2.0 * EDGE.powerBeyondMiddle() / impulseS();
    }

    /**
     * Amplitude of the response of a channel.
     *
     * @param distanceHz from its centre
     * @param halfWidthHz half of its flat width
     */
    public double response(double distanceHz, double halfWidthHz) {
        double middleHz = halfWidthHz + 0.5 * flankHz();
        double distance = Math.abs(distanceHz);
        // in a feed hardly wider than the channel the far flank wraps around, as that of every sampled filter does
        return EDGE.at((distance - middleHz) * impulseS()) + EDGE.at((sampleRateHz - distance - middleHz) * impulseS());
    }

    /**
     * A channel of this bank.
     *
     * @param offsetHz centre from the centre of the feed, Hz
     * @param halfWidthHz half of the flat width, Hz
     */
    public Channel tune(double offsetHz, double halfWidthHz) {
        double stepHz = sampleRateHz / blockSize;
        int middle = (int) Math.rint(offsetHz / stepHz);
        float[] weights = new float[channelSize];
        for (int k = 0; k < channelSize; k++) {
            int bin = k < channelSize / 2 ? k : k - channelSize;
            weights[k] = (float) (response((middle + bin) * stepHz - offsetHz, halfWidthHz) / blockSize);
        }
        return new Channel(middle, middle * stepHz, weights);
    }

    /**
     * Someone to cut channels, for one thread.
     *
     * @param mostBlocks how many blocks are cut at once at most
     */
    public ChannelCutter cutter(int mostBlocks) {
        return new ChannelCutter(this, mostBlocks);
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

        /**
         * The channel's bins of a block, shaped: what an inverse transform makes its samples of, {@link #dropped} of which
         * are spoilt at either end.
         *
         * @param spectrum of the block, interleaved
         * @param bins where they go, interleaved, as many as the channel has samples a block
         */
        public void take(float[] spectrum, float[] bins) {
            copy(spectrum, bins);
            for (int k = 0; k < weights.length; k++) {
                bins[2 * k] *= weights[k];
                bins[2 * k + 1] *= weights[k];
            }
        }

        /** The same bins as they are, the upper half first, as a transform wants it. */
        void copy(float[] spectrum, float[] bins) {
            int mask = spectrum.length - 1;
            int upper = 2 * middle & mask;
            copy(spectrum, upper, bins, 0);
            copy(spectrum, upper - weights.length & mask, bins, weights.length);
        }

        private void copy(float[] spectrum, int from, float[] bins, int to) {
            int straight = Math.min(weights.length, spectrum.length - from);
            System.arraycopy(spectrum, from, bins, to, straight);
            System.arraycopy(spectrum, 0, bins, to + straight, weights.length - straight);
        }

        /** Shape of the bins, in their order. */
        float[] weights() {
            return weights;
        }

        /** Quarters of a turn by which the channel is ahead of its first block in a later one. */
        int quarters(int blocksLater) {
            return (int) ((long) middle * blocksLater & 3);
        }
    }
}
