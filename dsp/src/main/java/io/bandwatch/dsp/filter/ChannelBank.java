package io.bandwatch.dsp.filter;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.fft.Fft;

/**
 * Cuts channels out of a wide feed by fast convolution, overlap-save form: one forward transform per block serves all
 * channels, each of which takes its bins, shapes them and transforms them back at a lower rate (J. J. Shynk,
 * "Frequency-domain and multirate adaptive filtering", IEEE Signal Processing Magazine 9, 1992, figure 1).
 *
 * <p>The response is flat to the given half width, then falls within {@link #flankHz} by at least 70 dB. Its impulse
 * response ends within an eighth of a block on either side; that much is dropped at both ends of each block, so that nothing
 * wraps around. Blocks advance by three quarters, so the kept parts join without a gap.
 *
 * <p>A bank and its channels may be shared between threads; a {@link Cutter} may not.
 */
public final class ChannelBank {
    /** Half of the flat width of a station's channel, Hz. */
    public static final double WIDE_HALF_HZ = 100e3;

    /** The same where a strong neighbour's skirt would do more harm than the loss of the outer sidebands, Hz. */
    public static final double NARROW_HALF_HZ = 75e3;

    /** Lowest rate of a station's channel at which no flank folds back, the least sharp one's neither. */
    private static final double LOWEST_STATION_RATE_HZ = 300e3;

    private static final Edge EDGE = new Edge();

    private final double sampleRateHz;
    private final int blockSize;
    private final int channelSize;

    /**
     * @param sampleRateHz rate of the feed, Hz
     * @param blockSize samples of a block of the feed, a power of two
     * @param channelSize samples of the same block of a channel, a power of two from 8 up to {@code blockSize}
     */
    public ChannelBank(double sampleRateHz, int blockSize, int channelSize) {
        this.sampleRateHz = sampleRateHz;
        this.blockSize = blockSize;
        this.channelSize = channelSize;
    }

    /** A bank of stations' channels, at 300 to 600 kS/s, or at the feed's rate if that is lower. */
    public static ChannelBank ofStations(double sampleRateHz, int blockSize) {
        int channelSize = blockSize;
        while (0.5 * sampleRateHz * channelSize / blockSize >= LOWEST_STATION_RATE_HZ) {
            channelSize /= 2;
        }
        return new ChannelBank(sampleRateHz, blockSize, channelSize);
    }

    /** Rate of the feed, Hz. */
    public double sampleRateHz() {
        return sampleRateHz;
    }

    /** Rate of the channels, Hz. */
    public double channelRateHz() {
        return sampleRateHz * channelSize / blockSize;
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
        float[] weights = new float[2 * channelSize];
        for (int k = -channelSize / 2; k < channelSize / 2; k++) {
            double response = response((middle + k) * stepHz - offsetHz, halfWidthHz);
            int at = 2 * (k & (channelSize - 1));
            weights[at] = (float) (response / blockSize);
            weights[at + 1] = weights[at];
        }
        return new Channel(middle, middle * stepHz, weights);
    }

    /** Someone to cut channels, for one thread. */
    public Cutter cutter() {
        return new Cutter();
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

    /** Cuts channels out of blocks. Not thread-safe; allocates nothing after construction. */
    public final class Cutter {
        private final Fft backward = new Fft(channelSize);
        private final float[] samples = new float[2 * channelSize];

        private Cutter() {}

        /**
         * Cuts the same channel out of several blocks and joins what is kept of them. Moving bins to 0 turns each block by
         * three quarters of a turn a bin; that is taken back, so that blocks join without a step of phase.
         *
         * @param from first block
         * @param to block after the last
         * @param run where the samples go, room for {@code (to - from) * kept()} of them; its time 0 is that of the first
         *     block's start plus {@link #dropped} samples
         */
        public void cut(Channel channel, BlockSpectra spectra, int from, int to, ChannelSamples run) {
            run.start(to == from ? 0 : (to - from) * kept(), channel.zeroHz);
            for (int b = from; b < to; b++) {
                samples(channel, spectra.bins(b));
                int quarters = (int) ((long) channel.middle * (b - from) & 3);
                run.put((b - from) * kept(), samples, dropped(), kept(), quarters);
            }
        }

        /**
         * Cuts a channel out of one block.
         *
         * @param bins the block's spectrum, interleaved
         * @return the channel's samples, interleaved, valid until the next call; {@link #dropped} at either end are spoilt
         */
        public float[] samples(Channel channel, float[] bins) {
            take(channel, bins);
            backward.inverse(samples);
            return samples;
        }

        /** Takes the channel's bins, the upper half first, as a transform wants it. */
        private void take(Channel channel, float[] bins) {
            int mask = bins.length - 1;
            int upper = 2 * channel.middle & mask;
            copy(bins, upper, 0);
            copy(bins, upper - channelSize & mask, channelSize);
            weigh(channel.weights);
        }

        /** Half of a channel's bins; {@code channelSize} floats. */
        private void copy(float[] bins, int from, int to) {
            int straight = Math.min(channelSize, bins.length - from);
            System.arraycopy(bins, from, samples, to, straight);
            System.arraycopy(bins, 0, samples, to + straight, channelSize - straight);
        }

        private void weigh(float[] weights) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] *= weights[i];
            }
        }
    }
}
