package io.bandwatch.ingest;

import io.bandwatch.signal.InputAccount;
import java.io.IOException;

/** Opens recordings for reading. */
public final class FrameReaders {
    private FrameReaders() {}

    /**
     * Opens a recording at a boundary of frames.
     *
     * @param position where to go on
     * @param account what was read and counted up to there
     * @throws IOException if the file has gone or cannot be opened
     */
    public static FrameReader open(Recording recording, RecordingPosition position, InputAccount account)
            throws IOException {
        return switch (recording.kind()) {
            case IQ -> new IqFrameReader(recording, position, account);
            case SWEEP -> new SweepFrameReader(recording, position, account);
        };
    }
}
