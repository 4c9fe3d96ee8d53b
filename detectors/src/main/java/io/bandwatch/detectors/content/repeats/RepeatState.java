package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.index.IndexHits;
import java.util.List;

/**
 * What {@link RepeatDetector} remembers of a programme.
 *
 * @param waiting what shards remember of the seconds under way
 * @param diagonals that may go on
 * @param air its last minute
 * @param archive all that was heard of it
 * @param own stretches that it was before itself, which may go on
 */
public record RepeatState(
        List<IndexHits> waiting, List<Diagonal> diagonals, PrintLine air, Archive archive, List<OwnLine> own) {
    static final RepeatState NOTHING =
            new RepeatState(List.of(), List.of(), PrintLine.NOTHING, Archive.NOTHING, List.of());
}
