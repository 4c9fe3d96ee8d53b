package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A few seconds of a programme, cut into words for the shards of the index.
 *
 * @param subject whose words they are
 * @param station id of the station that is licensed to broadcast it, or null
 * @param from when they began
 * @param time when they were complete
 * @param levels what was heard since the last cut, as {@link io.bandwatch.signal.AudioMeasurement#printLevels} has it
 * @param ended whether nothing follows
 * @param batches for the shards that get any
 */
public record IndexCut(
        Subject subject,
        @Nullable String station,
        Instant from,
        Instant time,
        byte[] levels,
        boolean ended,
        IndexBatch[] batches) {}
