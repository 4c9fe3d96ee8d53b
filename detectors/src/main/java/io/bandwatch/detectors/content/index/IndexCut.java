package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * A few seconds of a programme, cut into words for the shards of the index.
 *
 * @param subject whose words they are
 * @param from when they began
 * @param time when they were complete
 * @param heardSteps how much of the programme was heard since the last cut, steps
 * @param ended whether nothing follows
 * @param batches for the shards that get any
 */
public record IndexCut(
        Subject subject, Instant from, Instant time, int heardSteps, boolean ended, IndexBatch[] batches) {}
