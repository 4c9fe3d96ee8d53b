package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.util.List;

/**
 * One shard of the index.
 *
 * @param programmes of which it has words; their places are their numbers
 * @param segments the words, oldest period first
 */
public record ShardState(Subject[] programmes, List<IndexSegment> segments) {
    static final ShardState EMPTY = new ShardState(new Subject[0], List.of());

    /** What its words take up, bytes. */
    public long bytes() {
        return segments.stream()
                .mapToLong(segment -> (long) IndexSegment.ENTRY_BYTES * segment.size())
                .sum();
    }
}
