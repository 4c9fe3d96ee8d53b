package io.bandwatch.dsp.audio;

import io.bandwatch.signal.AudioMeasurement;

/** Measures one interval of sound. Not thread-safe; allocates only what it returns. */
public final class AudioMeter {
    private static final double SILENCE_BLOCK_S = 0.05;

    /** A frame's interval may be shorter than its two blocks by the rounding at both ends. */
    private static final int ROUNDING = 2;

    private final double rateHz;
    private final int lead;
    private final TruePeak peak = new TruePeak();
    private final float[] left;
    private final float[] right;

    /**
     * @param rateHz rate of the sound, Hz
     * @param mostSamples longest run
     */
    public AudioMeter(double rateHz, int mostSamples) {
        this(rateHz, mostSamples, 0);
    }

    /**
     * @param rateHz rate of the sound, Hz
     * @param mostSamples longest run, what comes before it included
     * @param lead samples before a run that its peaks are looked for in, too
     */
    AudioMeter(double rateHz, int mostSamples, int lead) {
        this.rateHz = rateHz;
        this.lead = lead;
        this.left = new float[mostSamples];
        this.right = new float[mostSamples];
    }

    /**
     * What noise alone would give.
     *
     * @param sum mean square in the sum
     * @param difference mean square in the difference
     * @param weighted left and right together, K-weighted
     */
    public record Noise(double sum, double difference, double weighted) {}

    /**
     * Levels that were measured elsewhere; see {@link AudioMeasurement}.
     *
     * @param programme for comparing programmes
     * @param print for knowing the sound again
     */
    public record Levels(byte[] programme, byte[] print) {}

    /**
     * Measures from one sample to another.
     *
     * @param plain the sound, full scale 1.0
     * @param weighted the same, K-weighted
     * @param noise what noise alone would give
     * @param levels passed on
     */
    public AudioMeasurement measure(
            StereoSound plain, StereoSound weighted, int from, int to, Noise noise, Levels levels) {
        return measure(plain, new TwoChannels(plain, weighted), from, to, noise, levels);
    }

    /**
     * The same of sound whose loudness is not that of two channels.
     *
     * @param plain what two loudspeakers play of it
     */
    AudioMeasurement measure(StereoSound plain, WeightedSound weighted, int from, int to, Noise noise, Levels levels) {
        int count = Math.max(1, to - from);
        double sums = squares(plain.sum(), from, to);
        double differences = plain.stereo() ? squares(plain.difference(), from, to) : 0.0;
        double products = plain.stereo() ? products(plain.sum(), plain.difference(), from, to) : 0.0;
        return new AudioMeasurement(
                (to - from) / rateHz,
                sums / count,
                differences / count,
                products / count,
                silenceBlocks(plain.sum(), from, to),
                noise.sum(),
                noise.difference(),
                levels.programme(),
                loudnessBlocks(weighted, from, to),
                noise.weighted(),
                levels.print(),
                weighted.truePeak(from - lead, to));
    }

    private double[] silenceBlocks(float[] sum, int from, int to) {
        int block = (int) (SILENCE_BLOCK_S * rateHz);
        double[] blocks = new double[(to - from) / block];
        for (int b = 0; b < blocks.length; b++) {
            int begin = from + b * block;
            blocks[b] = squares(sum, begin, begin + block) / block;
        }
        return blocks;
    }

    private double[] loudnessBlocks(WeightedSound weighted, int from, int to) {
        double block = AudioMeasurement.LOUDNESS_BLOCK_S * rateHz;
        double[] blocks = new double[(int) ((to - from + ROUNDING) / block)];
        for (int b = 0; b < blocks.length; b++) {
            int begin = Math.max(0, to - (int) Math.rint((blocks.length - b) * block));
            int end = to - (int) Math.rint((blocks.length - b - 1) * block);
            blocks[b] = weighted.meanSquare(begin, end);
        }
        return blocks;
    }

    static double squares(float[] x, int from, int to) {
        return products(x, x, from, to);
    }

    /** In four sums side by side, none of which waits for another. */
    private static double products(float[] x, float[] y, int from, int to) {
        double a = 0.0;
        double b = 0.0;
        double c = 0.0;
        double d = 0.0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += (double) x[i] * y[i];
            b += (double) x[i + 1] * y[i + 1];
            c += (double) x[i + 2] * y[i + 2];
            d += (double) x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            a += (double) x[i] * y[i];
        }
        return a + b + (c + d);
    }

    private final class TwoChannels implements WeightedSound {
        private final StereoSound plain;
        private final StereoSound weighted;

        TwoChannels(StereoSound plain, StereoSound weighted) {
            this.plain = plain;
            this.weighted = weighted;
        }

        /** Left squared plus right squared is twice the sum squared plus the difference squared. */
        @Override
        public double meanSquare(int begin, int end) {
            double both = squares(weighted.sum(), begin, end);
            both += weighted.stereo() ? squares(weighted.difference(), begin, end) : 0.0;
            return 2.0 * both / (end - begin);
        }

        @Override
        public double truePeak(int from, int to) {
            if (!plain.stereo()) {
                return peak.of(plain.sum(), from, to);
            }
            for (int i = from; i < to; i++) {
                left[i] = plain.sum()[i] + plain.difference()[i];
                right[i] = plain.sum()[i] - plain.difference()[i];
            }
            return Math.max(peak.of(left, from, to), peak.of(right, from, to));
        }
    }
}
