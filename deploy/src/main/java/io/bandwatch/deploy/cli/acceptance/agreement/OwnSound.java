package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.detectors.sound.LoudnessWindow;
import io.bandwatch.detectors.sound.SoundFigures;
import io.bandwatch.detectors.sound.SoundTotals;
import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.dsp.audio.PcmMeter;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What our own meters say of a sound track, look by look. Not thread-safe. */
final class OwnSound {
    private static final int LOOKS_A_SECOND = 5;
    private static final int BLOCKS_A_VALUE = 5;
    private static final int BLOCKS_A_LOOK = 10;

    /** -60 dBFS, FFmpeg's default. */
    private static final double SILENT = 0.001;

    private final List<Double> momentary = new ArrayList<>();
    private final List<Double> shortTerm = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();
    private final List<Double> peakTimes = new ArrayList<>();
    private SoundTotals totals = SoundTotals.NOTHING;
    private LoudnessWindow window = LoudnessWindow.EMPTY;
    private long samples;
    private double endS;

    /** The samples that FFmpeg decoded, through our meter. */
    static OwnSound of(Path pcm, int rateHz, int channels) throws IOException {
        OwnSound heard = new OwnSound();
        int look = rateHz / LOOKS_A_SECOND;
        PcmMeter meter = new PcmMeter(rateHz, new ChannelLayout(channels, 0), look);
        byte[] bytes = new byte[Float.BYTES * channels * look];
        float[] interleaved = new float[channels * look];
        Instant time = Instant.EPOCH;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pcm), 1 << 16)) {
            for (int got = in.readNBytes(bytes, 0, bytes.length);
                    got > 0;
                    got = in.readNBytes(bytes, 0, bytes.length)) {
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(interleaved);
                int count = got / (Float.BYTES * channels);
                PcmMeter.Measured measured = meter.measure(Arrays.copyOf(interleaved, count * channels), count);
                heard.take(measured.sound(), measured.blockPeak(), rateHz, time);
                heard.samples += count;
                time = time.plus(Duration.ofMillis(1000 / LOOKS_A_SECOND));
            }
        }
        return heard;
    }

    /** A look as the product decodes and measures it. */
    void take(AudioObservation track, Instant time) {
        AudioMeasurement sound = track.sound();
        if (sound != null) {
            take(sound, track.blockPeak(), track.rateHz(), time);
            samples += track.account().decoded();
        }
    }

    private void take(AudioMeasurement sound, double[] blockPeak, int rateHz, Instant time) {
        totals = totals.with(sound, false, sound.durationS(), time);
        window = window.with(sound.weightedMeanSquare(), time);
        double[] blocks = sound.weightedMeanSquare();
        // the blocks of a last, shorter look are counted from its end, and lie off FFmpeg's grid
        int first = blocks.length == BLOCKS_A_LOOK ? blocks.length - BLOCKS_A_VALUE : -1;
        for (int ago = first; ago >= 0; ago -= BLOCKS_A_VALUE) {
            LoudnessWindow then =
                    new LoudnessWindow(Arrays.copyOf(window.blocks(), window.blocks().length - ago), time);
            momentary.add(then.momentaryLufs());
            shortTerm.add(then.shortTermLufs());
        }
        // looks are a sample longer or shorter, so that their last block may be of one sample
        for (int b = 0; b < blockPeak.length; b++) {
            peaks.add(blockPeak[b]);
            peakTimes.add((double) samples / rateHz + b * AudioObservation.PEAK_BLOCK_S);
        }
        endS = (double) samples / rateHz + sound.durationS();
    }

    long samples() {
        return samples;
    }

    SoundFigures figures() {
        return totals.figures();
    }

    /** Every 100 ms. */
    List<Double> momentary() {
        return momentary;
    }

    /** Every 100 ms. */
    List<Double> shortTerm() {
        return shortTerm;
    }

    double endS() {
        return endS;
    }

    /** Stretches in which no sample was above FFmpeg's limit. */
    List<Span> silences() {
        List<Span> spans = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= peaks.size(); i++) {
            if (i == peaks.size() || peaks.get(i) >= SILENT) {
                Span quiet = new Span(
                        first < peaks.size() ? peakTimes.get(first) : endS,
                        i < peaks.size() ? peakTimes.get(i) : Double.POSITIVE_INFINITY);
                if (quiet.lengthS(endS) >= FfmpegFilters.LEAST_SILENCE_S) {
                    spans.add(quiet);
                }
                first = i + 1;
            }
        }
        return spans;
    }
}
