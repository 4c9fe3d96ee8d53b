package io.bandwatch.dsp.audio;

import io.bandwatch.dsp.print.PcmLevels;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import org.jspecify.annotations.Nullable;

/**
 * Measures decoded sound, look after look. One channel is what both loudspeakers play (EBU R 128 s1), so it is as loud as the
 * same sound on two. Of more than two, loudness and peaks are those of all channels, and everything else is that of what two
 * loudspeakers play of them. Not thread-safe; remembers its filters and a few samples, so that looks follow each other without a
 * seam; allocates what it returns.
 */
public final class PcmMeter {
    private static final double LINE_UP_HZ = 1000.0;
    private static final int LEAD = TruePeak.LEAD;
    private static final AudioMeter.Noise NO_NOISE = new AudioMeter.Noise(0, 0, 0);
    private static final byte[] NO_LEVELS = {};

    private final int rateHz;
    private final int channels;
    private final AudioMeter meter;
    private final StereoSound plain;
    private final StereoSound weighted;
    private final @Nullable PcmLevels levels;
    private final KWeightingFilter[] filters;
    private final @Nullable SurroundSound surround;
    private final float[] left;
    private final float[] right;

    /** A meter that makes no prints. */
    public PcmMeter(int rateHz, ChannelLayout layout, int mostSamples) {
        this(rateHz, layout, mostSamples, false);
    }

    /**
     * @param rateHz rate of the sound, Hz
     * @param layout its channels
     * @param mostSamples longest look, samples a channel
     * @param prints whether levels are measured of which prints are made
     */
    public PcmMeter(int rateHz, ChannelLayout layout, int mostSamples, boolean prints) {
        if (rateHz < 1 || mostSamples < 1) {
            throw new IllegalArgumentException(
                    "rateHz and mostSamples must be at least 1, got " + rateHz + " and " + mostSamples);
        }
        this.rateHz = rateHz;
        this.channels = layout.channels();
        this.left = layout.left();
        this.right = layout.right();
        int room = LEAD + mostSamples;
        this.meter = new AudioMeter(rateHz, room, LEAD);
        this.plain = new StereoSound(new float[room], new float[room], channels > 1);
        this.weighted = new StereoSound(new float[room], new float[room], channels > 1);
        this.levels = prints ? new PcmLevels(rateHz, mostSamples) : null;
        this.filters = new KWeightingFilter[] {new KWeightingFilter(rateHz), new KWeightingFilter(rateHz)};
        this.surround = channels > 2 ? new SurroundSound(layout, rateHz, LEAD, room) : null;
    }

    /**
     * What a look came to; see {@link AudioObservation}.
     *
     * @param sound loudness in whole blocks of 100 ms, counted backwards from the end of the look
     * @param blockPeak largest magnitude in blocks of 10 ms, the last of which may be shorter
     * @param lineUpToneShare share of the power that a tone of 1 kHz has
     */
    public record Measured(AudioMeasurement sound, double[] blockPeak, double lineUpToneShare) {}

    /**
     * Measures the next look.
     *
     * @param interleaved samples, full scale 1.0, channel by channel
     * @param samples samples a channel
     */
    public Measured measure(float[] interleaved, int samples) {
        split(interleaved, samples);
        int end = LEAD + samples;
        byte[] print = levels == null ? NO_LEVELS : levels.next(plain.sum(), LEAD, end);
        AudioMeter.Levels told = new AudioMeter.Levels(NO_LEVELS, print);
        AudioMeasurement sound = surround == null ? two(end, told) : surround(surround, interleaved, samples, told);
        double tone = toneShare(samples, sound.meanSquareSum());
        keepLead(plain.sum(), samples);
        keepLead(plain.difference(), samples);
        return new Measured(sound, blockPeaks(interleaved, samples), tone);
    }

    private AudioMeasurement two(int end, AudioMeter.Levels told) {
        if (channels == 2) {
            KWeightingFilter.filter(filters, plain, weighted, LEAD, end);
        } else {
            filters[0].filter(plain.sum(), weighted.sum(), LEAD, end);
        }
        return meter.measure(plain, weighted, LEAD, end, NO_NOISE, told);
    }

    private AudioMeasurement surround(SurroundSound sound, float[] interleaved, int samples, AudioMeter.Levels told) {
        sound.take(interleaved, samples);
        AudioMeasurement measured = meter.measure(plain, sound, LEAD, LEAD + samples, NO_NOISE, told);
        sound.keepLead(samples);
        return measured;
    }

    private void split(float[] interleaved, int samples) {
        if (channels == 1) {
            System.arraycopy(interleaved, 0, plain.sum(), LEAD, samples);
            return;
        }
        if (channels == 2) {
            for (int i = 0; i < samples; i++) {
                plain.sum()[LEAD + i] = 0.5f * (interleaved[2 * i] + interleaved[2 * i + 1]);
                plain.difference()[LEAD + i] = 0.5f * (interleaved[2 * i] - interleaved[2 * i + 1]);
            }
            return;
        }
        for (int i = 0; i < samples; i++) {
            float l = 0;
            float r = 0;
            for (int c = 0; c < channels; c++) {
                l += left[c] * interleaved[channels * i + c];
                r += right[c] * interleaved[channels * i + c];
            }
            plain.sum()[LEAD + i] = 0.5f * (l + r);
            plain.difference()[LEAD + i] = 0.5f * (l - r);
        }
    }

    private static void keepLead(float[] x, int samples) {
        System.arraycopy(x, samples, x, 0, LEAD);
    }

    private double[] blockPeaks(float[] interleaved, int samples) {
        int block = Math.max(1, (int) Math.rint(AudioObservation.PEAK_BLOCK_S * rateHz));
        double[] peaks = new double[(samples + block - 1) / block];
        for (int b = 0; b < peaks.length; b++) {
            float peak = 0f;
            int to = channels * Math.min(samples, (b + 1) * block);
            for (int i = channels * b * block; i < to; i++) {
                peak = Math.max(peak, Math.abs(interleaved[i]));
            }
            peaks[b] = peak;
        }
        return peaks;
    }

    /** Power of one line of the spectrum of the sum, over all of it (G. Goertzel, Am. Math. Monthly 65, 1958). */
    private double toneShare(int samples, double meanSquare) {
        double turn = 2.0 * Math.PI * LINE_UP_HZ / rateHz;
        double twice = 2.0 * Math.cos(turn);
        double last = 0;
        double beforeLast = 0;
        for (int i = LEAD; i < LEAD + samples; i++) {
            double next = plain.sum()[i] - beforeLast + twice * last;
            beforeLast = last;
            last = next;
        }
        double power = last * last + beforeLast * beforeLast - twice * last * beforeLast;
        return Math.min(1.0, 2.0 * power / ((double) samples * samples * meanSquare));
    }
}
