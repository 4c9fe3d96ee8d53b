package io.bandwatch.ingest.flink.live;

import java.util.List;

/**
 * What the enumerator keeps in a checkpoint.
 *
 * @param unassigned feeds that no reader has taken yet
 */
public record LiveEnumeratorState(List<LiveSplit> unassigned) {
    public LiveEnumeratorState {
        unassigned = List.copyOf(unassigned);
    }
}
