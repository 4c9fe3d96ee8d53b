package io.bandwatch.ingest.flink.split;

import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.signal.InputAccount;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A recording, how far it has been read, and what was wrong with it so far.
 *
 * @param recording what is read
 * @param position the boundary of frames at which reading goes on
 * @param account what was read up to there
 */
public record RecordingSplit(Recording recording, RecordingPosition position, InputAccount account)
        implements SourceSplit {
    /** The whole recording. */
    public static RecordingSplit of(Recording recording) {
        return new RecordingSplit(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY);
    }

    @Override
    public String splitId() {
        return recording.id();
    }
}
