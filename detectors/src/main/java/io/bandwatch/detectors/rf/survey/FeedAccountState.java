package io.bandwatch.detectors.rf.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the accountant remembers of one feed.
 *
 * @param start start of the first look, null before it
 */
public record FeedAccountState(@Nullable Instant start) {}
