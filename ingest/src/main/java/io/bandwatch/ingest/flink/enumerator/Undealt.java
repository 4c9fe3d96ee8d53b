package io.bandwatch.ingest.flink.enumerator;

import java.util.List;

/**
 * What the enumerator keeps in a checkpoint.
 *
 * @param splits feeds that no reader has taken yet, in the order given
 */
public record Undealt<T>(List<T> splits) {
    public Undealt {
        splits = List.copyOf(splits);
    }
}
