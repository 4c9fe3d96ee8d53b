package io.bandwatch.dsp.audio;

/**
 * Sound of more than two channels, each weighted and measured by itself: loudness is not that of what two loudspeakers play of
 * it. Not thread-safe; allocates nothing after construction.
 */
final class SurroundSound implements WeightedSound {
    private final double[] weights;
    private final float[][] plain;
    private final float[][] weighted;
    private final KWeightingFilter[] filters;
    private final TruePeak peak = new TruePeak();
    private final int lead;

    /** @param room samples of the longest look, those that come before it included */
    SurroundSound(ChannelLayout layout, double rateHz, int lead, int room) {
        this.weights = layout.weights();
        this.lead = lead;
        this.plain = new float[layout.channels()][room];
        this.weighted = new float[layout.channels()][room];
        this.filters = new KWeightingFilter[layout.channels()];
        for (int c = 0; c < filters.length; c++) {
            filters[c] = new KWeightingFilter(rateHz);
        }
    }

    /** Takes the next look. */
    void take(float[] interleaved, int samples) {
        int channels = plain.length;
        for (int c = 0; c < channels; c++) {
            float[] channel = plain[c];
            for (int i = 0; i < samples; i++) {
                channel[lead + i] = interleaved[channels * i + c];
            }
            filters[c].filter(channel, weighted[c], lead, lead + samples);
        }
    }

    @Override
    public double meanSquare(int begin, int end) {
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            sum += weights[c] == 0 ? 0 : weights[c] * AudioMeter.squares(weighted[c], begin, end);
        }
        return sum / (end - begin);
    }

    /** Low-frequency effects are looked at, too. */
    @Override
    public double truePeak(int from, int to) {
        double largest = 0;
        for (float[] channel : plain) {
            largest = Math.max(largest, peak.of(channel, from, to));
        }
        return largest;
    }

    /** Keeps the last samples of a look for the peaks between it and the next. */
    void keepLead(int samples) {
        for (float[] channel : plain) {
            System.arraycopy(channel, samples, channel, 0, lead);
        }
    }
}
