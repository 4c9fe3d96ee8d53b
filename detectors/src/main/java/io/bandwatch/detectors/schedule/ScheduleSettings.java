package io.bandwatch.detectors.schedule;

import java.io.Serializable;
import java.time.Duration;

/**
 * When times on air make a schedule.
 *
 * @param bridged pauses up to this are no pause. Too short: a fade cuts a night in two; too long: two programmes become
 *     one
 * @param shortest times on air shorter than this are passed over. Too short: every passing car counts; too long: short
 *     programmes have no schedule
 * @param leastDays days with the window needed. Too few: two accidents are a habit; too many: a forecast comes late
 * @param edgeChance largest probability that one edge of the window comes together by accident
 * @param jointChance largest product of the probabilities of both edges
 */
public record ScheduleSettings(
        Duration bridged, Duration shortest, int leastDays, double edgeChance, double jointChance)
        implements Serializable {
    /** A schedule from the third day on, and hardly ever one of a carrier without a timer. */
    public static final ScheduleSettings DEFAULT =
            new ScheduleSettings(Duration.ofMinutes(5), Duration.ofMinutes(1), 3, 0.05, 1e-3);
}
