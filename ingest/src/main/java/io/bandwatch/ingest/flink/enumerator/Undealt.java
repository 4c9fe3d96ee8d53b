package io.bandwatch.ingest.flink.enumerator;

import io.bandwatch.ingest.flink.split.RecordingSplit;
import java.util.List;

/**
 * What the enumerator keeps in a checkpoint.
 *
 * @param unassigned feeds that no reader has taken yet, in the order given
 */
public record RecordingEnumeratorState(List<RecordingSplit> unassigned) {
    public RecordingEnumeratorState {
        unassigned = List.copyOf(unassigned);
    }
}
