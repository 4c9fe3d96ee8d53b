package io.bandwatch.ingest.frames;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;

/** Opens recordings for reading. */
public final class FrameReaders {
    private FrameReaders() {}

    /** Opens a recording at a boundary of frames, for the de-emphasis of most of the world. */
    public static FrameReader open(Recording recording, RecordingPosition position, InputAccount account)
            throws IOException {
        return open(recording, position, account, BandSettings.DE_EMPHASIS_S);
    }

    /**
     * Opens a recording at a boundary of frames.
     *
     * @param position where to go on
     * @param account what was read and counted up to there
     * @param deEmphasisS time constant of the sound's de-emphasis, s
     * @throws IOException if the file has gone or cannot be opened
     */
    public static FrameReader open(
            Recording recording, RecordingPosition position, InputAccount account, double deEmphasisS)
            throws IOException {
        return switch (recording.kind()) {
            case IQ -> new IqFrameReader(recording, position, account, deEmphasisS);
            case SWEEP -> new SweepFrameReader(recording, position, account);
            case TS -> new TsFrameReader(recording, position);
            case MEDIA ->
                new ProgrammeFrameReader(recording, (MediaLayout) recording.layout(), position, Onlooker.NOBODY);
        };
    }
}
