package io.bandwatch.ingest.frames;

import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;

/** Opens recordings for reading. */
public final class FrameReaders {
    private FrameReaders() {}

    /** Opens a recording at a boundary of frames, measured as usual. */
    public static FrameReader open(Recording recording, RecordingPosition position, InputAccount account)
            throws IOException {
        return open(recording, position, account, Measuring.USUAL);
    }

    /**
     * Opens a recording at a boundary of frames.
     *
     * @param position where to go on
     * @param account what was read and counted up to there
     * @param measuring how it is measured
     * @throws IOException if the file has gone or cannot be opened
     */
    public static FrameReader open(
            Recording recording, RecordingPosition position, InputAccount account, Measuring measuring)
            throws IOException {
        return switch (recording.kind()) {
            case IQ -> new IqFrameReader(recording, position, account, measuring.deEmphasisS());
            case SWEEP -> new SweepFrameReader(recording, position, account);
            case TS -> new TsFrameReader(recording, position);
            case MEDIA ->
                new ProgrammeFrameReader(
                        recording, (MediaLayout) recording.layout(), position, Onlooker.NOBODY, measuring.prints());
        };
    }
}
