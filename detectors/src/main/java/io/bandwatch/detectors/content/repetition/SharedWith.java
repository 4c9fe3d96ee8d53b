package io.bandwatch.detectors.content.repetition;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * Another programme that had the same before, licensed or not, on any feed.
 *
 * @param other which
 * @param from begin of the first stretch, here
 * @param to end of the last, here
 * @param sharedS how long both had the same, s; not all that lies between
 * @param lagS how long before the other had it, s; about 0 where both have it at once, then seen from either
 */
public record SharedWith(Subject other, Instant from, Instant to, double sharedS, double lagS) {}
