package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StreamAssessor} remembers of one feed.
 *
 * @param start begin of the first look, null before it
 * @param last the latest look, null before the first
 * @param services those seen so far, each as it was last
 */
public record StreamState(@Nullable Instant start, @Nullable TsObservation last, TsService[] services) {}
