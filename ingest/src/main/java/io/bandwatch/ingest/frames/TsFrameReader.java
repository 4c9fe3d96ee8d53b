package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a transport stream and measures it, a second of stream a frame. A meter counts from the start of its stream, so
 * every reader begins there, and passes over the frames that an earlier one has told.
 */
final class TsFrameReader implements FrameReader {
    /** A block is looked at twice, by the clock and by the checks; it should still be in the processor's cache then. */
    private static final int BLOCK_BYTES = 1 << 19;

    private final Recording recording;
    private final TsMeter meter = new TsMeter();
    private final RecordingBytes bytes;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final long told;
    private int from;
    private int until;
    private long frames;
    private long reachedNs;
    private boolean measuredAll;
    private boolean ended;
    private InputAccount account = InputAccount.EMPTY;

    TsFrameReader(Recording recording, RecordingPosition position) throws IOException {
        this.recording = recording;
        this.told = position.next();
        this.ended = position.ended();
        this.bytes = RecordingBytes.open(Path.of(recording.path()), recording.compression(), 0);
    }

    @Override
    public @Nullable MeasuredFrame next() {
        while (!ended && !measuredAll) {
            MeasuredFrame frame = measured(nextObservation());
            if (frames > told) {
                return frame;
            }
        }
        if (ended) {
            return null;
        }
        ended = true;
        Instant end = recording.start().plusNanos(reachedNs);
        TsFrame last = new TsFrame(recording.feed(), FrameKind.ENDED, end, 0, recording.timeKnown(), null, account);
        return new MeasuredFrame(FeedFrame.of(last), new RecordingPosition(frames, end, true));
    }

    /** Reads on to the next observation; the last one is that of the whole stream. */
    private TsObservation nextObservation() {
        while (!meter.due()) {
            if (from == until) {
                from = 0;
                until = bytes.read(block, 0, BLOCK_BYTES);
            }
            if (until == 0) {
                meter.end();
                measuredAll = !meter.due();
                return meter.observe();
            }
            from += meter.accept(block, from, until - from);
        }
        return meter.observe();
    }

    private MeasuredFrame measured(TsObservation stream) {
        frames++;
        long lengthNs = stream.timeNs() - reachedNs;
        Instant time = recording.start().plusNanos(reachedNs);
        reachedNs = stream.timeNs();
        account = accountOf(stream);
        TsFrame frame = new TsFrame(
                recording.feed(), FrameKind.MEASURED, time, lengthNs, recording.timeKnown(), stream, account);
        return new MeasuredFrame(FeedFrame.of(frame), new RecordingPosition(frames, frame.end(), false));
    }

    private InputAccount accountOf(TsObservation stream) {
        return new InputAccount(stream.counts().packets(), reachedNs, 0, 0, 0, bytes.brokenOff() ? 1 : 0);
    }

    @Override
    public double progress() {
        return bytes.progress();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
