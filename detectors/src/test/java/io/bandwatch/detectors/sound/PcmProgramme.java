package io.bandwatch.detectors.sound;

import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.dsp.audio.PcmMeter;
import io.bandwatch.dsp.audio.PcmMeter.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decoded sound on its way through the meter and the sums, in looks of 200 ms. */
final class PcmProgramme {
    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");
    private static final int LOOKS_A_SECOND = 5;
    private static final int BLOCKS_A_VALUE = 5;

    private final PcmMeter meter;
    private final int look;
    private final int channels;
    private final List<Double> momentaryLufs = new ArrayList<>();
    private final List<Double> shortTermLufs = new ArrayList<>();
    private final List<Double> blockPeak = new ArrayList<>();
    private SoundTotals totals = SoundTotals.NOTHING;
    private LoudnessWindow window = LoudnessWindow.EMPTY;
    private float[] rest = {};
    private int looks;

    PcmProgramme(int rateHz, int channels) {
        this.look = rateHz / LOOKS_A_SECOND;
        this.channels = channels;
        this.meter = new PcmMeter(rateHz, new ChannelLayout(channels, 0), look);
    }

    /** Takes in samples; a rest that makes no whole look waits for more. */
    PcmProgramme hear(float[] samples) {
        int size = look * channels;
        float[] interleaved = Arrays.copyOf(rest, rest.length + samples.length);
        System.arraycopy(samples, 0, interleaved, rest.length, samples.length);
        rest = Arrays.copyOfRange(interleaved, interleaved.length / size * size, interleaved.length);
        for (int at = 0; at + size <= interleaved.length; at += size) {
            Measured measured = meter.measure(Arrays.copyOfRange(interleaved, at, at + size), look);
            Instant time = START.plus(Duration.ofMillis(200L * looks++));
            totals = totals.with(measured.sound(), false, 1.0 / LOOKS_A_SECOND, time);
            double[] blocks = measured.sound().weightedMeanSquare();
            window = window.with(blocks, time);
            for (int ago = blocks.length - BLOCKS_A_VALUE; ago >= 0; ago -= BLOCKS_A_VALUE) {
                momentaryLufs.add(window.momentaryLufs(ago));
                shortTermLufs.add(window.shortTermLufs(ago));
            }
            for (double peak : measured.blockPeak()) {
                blockPeak.add(peak);
            }
        }
        return this;
    }

    SoundFigures figures() {
        return totals.figures();
    }

    /** Every 100 ms. */
    List<Double> momentaryLufs() {
        return momentaryLufs;
    }

    /** Every 100 ms. */
    List<Double> shortTermLufs() {
        return shortTermLufs;
    }

    /** Every 10 ms. */
    List<Double> blockPeak() {
        return blockPeak;
    }
}
