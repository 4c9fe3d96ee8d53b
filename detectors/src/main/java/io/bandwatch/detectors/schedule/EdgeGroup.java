package io.bandwatch.detectors.schedule;

import java.time.Instant;
import java.util.List;

/**
 * Begins (or ends) that fall on about the same time of the day.
 *
 * @param edges the instants, by time
 * @param usualSecond usual time of the day: the median of the latest, seconds after local midnight
 * @param scatterS farthest that one of the latest is from it, s
 * @param chance probability that so many come together by accident
 */
record EdgeGroup(List<Instant> edges, int usualSecond, int scatterS, double chance) {}
