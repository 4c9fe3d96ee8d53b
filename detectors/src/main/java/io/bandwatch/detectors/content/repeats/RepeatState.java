package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.content.index.IndexHits;
import java.util.List;

/**
 * What {@link RepeatDetector} remembers of a programme.
 *
 * @param waiting what shards remember of the seconds under way
 * @param diagonals that may go on
 */
public record RepeatState(List<IndexHits> waiting, List<Diagonal> diagonals) {
    static final RepeatState NOTHING = new RepeatState(List.of(), List.of());
}
