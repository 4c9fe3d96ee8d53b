package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.artefact.ArtefactSearch;
import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads samples and measures one frame of them at a time. */
final class IqFrameReader implements FrameReader {
    private static final int CHUNK_SAMPLES = 1 << 16;

    private final Recording recording;
    private final IqLayout layout;
    private final SampleClock clock;
    private final CoreWorkers workers = new CoreWorkers();
    private final BandAnalyser analyser;
    private final RecordingBytes bytes;
    private final SampleConverter converter;
    private final byte[] chunk;
    private final float[] re;
    private final float[] im;
    private final ArtefactSearch artefacts;
    private final int shortestFrame;
    private final int frameSamples;
    private final InputAccount before;
    private long samples;
    private int lead;
    private long nonFiniteInLead;
    private long trailingBytes;
    private boolean exhausted;
    private boolean ended;

    IqFrameReader(Recording recording, RecordingPosition position, InputAccount before, double deEmphasisS)
            throws IOException {
        this.recording = recording;
        this.layout = (IqLayout) recording.layout();
        this.clock = new SampleClock(layout.rateHz());
        BandSettings settings =
                BandSettings.of(layout.rateHz(), layout.centerHz()).deEmphasised(deEmphasisS);
        this.analyser = new BandAnalyser(settings, workers);
        this.artefacts = new ArtefactSearch(settings);
        this.shortestFrame = settings.shortestFrameSamples();
        this.frameSamples = settings.frameSamples();
        this.re = new float[settings.leadSamples() + frameSamples];
        this.im = new float[settings.leadSamples() + frameSamples];
        this.converter = new SampleConverter(layout.format());
        this.chunk = new byte[CHUNK_SAMPLES * layout.format().sampleBytes()];
        this.before = before;
        this.ended = position.ended();
        int leadThere = (int) Math.min(settings.leadSamples(), position.next());
        this.samples = position.next() - leadThere;
        long offset = layout.dataOffset() + samples * layout.format().sampleBytes();
        this.bytes = RecordingBytes.open(Path.of(recording.path()), recording.compression(), offset);
        // after a resume the samples before the frame are read again, but not counted again
        this.lead = fill(0, leadThere);
        this.nonFiniteInLead = converter.nonFinite();
    }

    @Override
    public @Nullable MeasuredFrame next() {
        if (ended) {
            return null;
        }
        long first = samples;
        int count = exhausted ? 0 : fill(lead, frameSamples);
        // a shorter rest at the end of a recording is counted, not measured
        if (count >= shortestFrame) {
            BandMeasurement band = analyser.analyse(re, im, lead, count);
            if (ArtefactSearch.tests(first / frameSamples)) {
                band = artefacts.explained(band, re, im, lead, count);
            }
            keepLead(lead + count);
            return measured(FrameKind.MEASURED, timeOf(first), band);
        }
        ended = true;
        return measured(FrameKind.ENDED, timeOf(samples), null);
    }

    /** Moves the end of what was measured to where the next frame's lead-in stands. */
    private void keepLead(int end) {
        lead = Math.min(re.length - frameSamples, end);
        System.arraycopy(re, end - lead, re, 0, lead);
        System.arraycopy(im, end - lead, im, 0, lead);
    }

    /** Fills samples in from a place on, as far as there are any. */
    private int fill(int at, int most) {
        int filled = 0;
        int sampleBytes = layout.format().sampleBytes();
        while (filled < most && !exhausted) {
            int wanted = (int) Math.min((long) Math.min(CHUNK_SAMPLES, most - filled) * sampleBytes, promised());
            int got = bytes.read(chunk, 0, wanted);
            int whole = got / sampleBytes;
            converter.convert(chunk, whole, re, im, at + filled);
            filled += whole;
            samples += whole;
            if (got < wanted || wanted == 0 || whole == 0) {
                exhausted = true;
                trailingBytes = got % sampleBytes;
            }
        }
        return filled;
    }

    /** Bytes that the recording still promises. */
    private long promised() {
        return layout.dataBytes() == IqLayout.TO_THE_END
                ? Long.MAX_VALUE
                : Math.max(0, layout.dataBytes() - samples * layout.format().sampleBytes());
    }

    private Instant timeOf(long sample) {
        return recording.start().plusNanos(clock.nsAt(sample));
    }

    private MeasuredFrame measured(FrameKind kind, Instant time, @Nullable BandMeasurement band) {
        Instant end = timeOf(samples);
        long durationNs =
                kind == FrameKind.ENDED ? 0 : Duration.between(time, end).toNanos();
        RfFrame frame = new RfFrame(recording.feed(), kind, time, durationNs, recording.timeKnown(), band, account());
        return new MeasuredFrame(FeedFrame.of(frame), new RecordingPosition(samples, end, kind == FrameKind.ENDED));
    }

    /** What belongs to the end of the file is found there anew after a resume, and is not added up. */
    private InputAccount account() {
        return new InputAccount(
                samples,
                clock.nsAt(samples),
                before.nonFiniteSamples() + converter.nonFinite() - nonFiniteInLead,
                trailingBytes,
                before.malformedRows(),
                bytes.brokenOff() || isShort() ? 1 : 0);
    }

    /** Whether the file ended before the samples that its header promises. */
    private boolean isShort() {
        return exhausted
                && layout.dataBytes() != IqLayout.TO_THE_END
                && promised() >= layout.format().sampleBytes();
    }

    @Override
    public double progress() {
        return bytes.progress();
    }

    @Override
    public void close() throws IOException {
        workers.close();
        bytes.close();
    }
}
