package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the index has to say of a few seconds of a programme: what one shard remembers of them, or, behind those of all
 * shards, that they are over.
 *
 * @param subject which programme
 * @param station id of the station that is licensed to broadcast it, or null; null where there are hits
 * @param from when these seconds began
 * @param time when they were over
 * @param hits words that were heard before; null when nothing more comes of these seconds
 * @param levels what was heard in them; nothing where there are hits
 * @param ended whether nothing follows
 */
public record Recall(
        Subject subject,
        @Nullable String station,
        Instant from,
        Instant time,
        @Nullable IndexHits hits,
        byte[] levels,
        boolean ended) {
    /** What a shard remembers. */
    public static Recall of(IndexHits hits) {
        return new Recall(hits.subject(), null, hits.time(), hits.time(), hits, new byte[0], false);
    }

    /** The end of some seconds. */
    public static Recall of(IndexCut cut) {
        return new Recall(cut.subject(), cut.station(), cut.from(), cut.time(), null, cut.levels(), cut.ended());
    }

    /** Order of what has the same time. */
    public static int order(Recall one, Recall other) {
        return Boolean.compare(one.hits == null, other.hits == null);
    }
}
