package io.bandwatch.detectors.content.repetition;

import java.time.Instant;

/**
 * A stretch of a programme that was heard before in the same programme.
 *
 * @param from its begin
 * @param to its end
 * @param lagS how long before, s; the last time where there were several
 */
public record ListedRepeat(Instant from, Instant to, double lagS) {}
