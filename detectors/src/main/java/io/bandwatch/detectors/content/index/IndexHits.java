package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * Words that were heard before. What stands at the same places of the arrays belongs together.
 *
 * @param subject who was asked for
 * @param time when the words that were asked for were complete
 * @param steps of these words, since 1970
 * @param others in which programme they were heard before
 * @param otherSteps steps at which that was, since 1970
 */
public record IndexHits(Subject subject, Instant time, long[] steps, Subject[] others, long[] otherSteps) {}
