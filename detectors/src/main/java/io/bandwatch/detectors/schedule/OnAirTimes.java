package io.bandwatch.detectors.schedule;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When a carrier was on air, usually is, and will be.
 *
 * @param spans times on air, the latest ones where there were many
 * @param goesOn whether it was on air at the end of the last one
 * @param schedule when it usually is; null where there is no schedule
 * @param next when it is expected next; null where nothing can be told
 */
public record OnAirTimes(
        OnAirSpan[] spans, boolean goesOn, @Nullable Schedule schedule, @Nullable ExpectedWindow next) {
    /** Told in one record: a fortnight of three windows a day. */
    static final int MOST_SPANS = 50;

    /**
     * What a log says at the end of a recording.
     *
     * @param learner tells the schedule; null where times of day are unknown
     */
    public static OnAirTimes of(OnAirLog log, Instant end, @Nullable ScheduleLearner learner) {
        OnAirSpan[] all = log.allSpans().toArray(OnAirSpan[]::new);
        OnAirSpan[] latest = Arrays.copyOfRange(all, Math.max(0, all.length - MOST_SPANS), all.length);
        Schedule schedule = learner == null ? null : learner.learn(log).orElse(null);
        return new OnAirTimes(
                latest,
                log.run() != null,
                schedule,
                schedule == null ? null : schedule.next(end).orElse(null));
    }
}
