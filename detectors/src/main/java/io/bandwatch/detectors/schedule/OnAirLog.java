package io.bandwatch.detectors.schedule;

import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the carrier of one place was on air, and when the place was looked at. A time on air is over after 3 s of absence.
 * Memory is bounded: where there are too many spans, the two with the shortest time between them become one, so that a
 * carrier that flickers keeps its nights.
 *
 * @param spans times on air that are over, confirmed ones only
 * @param observed times observed that are over
 * @param current time observed that goes on; null before the first look
 * @param run time on air that goes on, or null
 */
public record OnAirLog(
        List<OnAirSpan> spans, List<ObservedSpan> observed, @Nullable ObservedSpan current, @Nullable OnAirRun run) {
    /** Nothing looked at. */
    public static final OnAirLog EMPTY = new OnAirLog(List.of(), List.of(), null, null);

    static final int MOST_SPANS = 200;
    private static final Duration CLEAR = Duration.ofSeconds(3);
    /** Looks this far apart still tell when something began; a band is often swept every few minutes only. */
    private static final Duration CONTINUOUS = Duration.ofMinutes(10);
    /** A carrier there before and after less than this without a look was there all the time. */
    private static final Duration BRIDGED = Duration.ofHours(2);

    /** With one more look. */
    public OnAirLog with(RfObservation look) {
        // a place first used within a recording was looked at, and empty, before
        ObservedSpan before = current == null ? new ObservedSpan(look.recordingStart(), look.time()) : current;
        boolean continuous = Duration.between(before.to(), look.time()).compareTo(CONTINUOUS) <= 0;
        boolean offBefore = continuous && look.time().isAfter(before.from());
        OnAirLog looked = continuous
                ? new OnAirLog(spans, observed, new ObservedSpan(before.from(), look.end()), run)
                : new OnAirLog(spans, bounded(observed, before), new ObservedSpan(look.time(), look.end()), run);
        return look.onAir() ? looked.on(look, offBefore) : looked.off(look);
    }

    private OnAirLog on(RfObservation look, boolean offBefore) {
        if (run == null) {
            return running(new OnAirRun(look.time(), look.end(), offBefore, look.confirmed()));
        }
        if (Duration.between(run.to(), look.time()).compareTo(BRIDGED) > 0) {
            return closed(false).running(new OnAirRun(look.time(), look.end(), false, look.confirmed()));
        }
        return running(new OnAirRun(run.from(), look.end(), run.fromSeen(), run.confirmed() || look.confirmed()));
    }

    private OnAirLog off(RfObservation look) {
        if (run == null || Duration.between(run.to(), look.end()).compareTo(CLEAR) < 0) {
            return this;
        }
        return closed(Duration.between(run.to(), look.time()).compareTo(CONTINUOUS) <= 0);
    }

    private OnAirLog closed(boolean toSeen) {
        if (run == null || !run.confirmed()) {
            return running(null);
        }
        List<OnAirSpan> next = new ArrayList<>(spans);
        next.add(run.ended(toSeen));
        if (next.size() > MOST_SPANS) {
            int shortest = 0;
            for (int i = 1; i + 1 < next.size(); i++) {
                if (pauseAfter(next, i).compareTo(pauseAfter(next, shortest)) < 0) {
                    shortest = i;
                }
            }
            next.set(shortest, next.get(shortest).joined(next.remove(shortest + 1)));
        }
        return new OnAirLog(next, observed, current, null);
    }

    private static Duration pauseAfter(List<OnAirSpan> spans, int i) {
        return Duration.between(spans.get(i).to(), spans.get(i + 1).from());
    }

    /** The oldest are let go: a gap in the looks must not be taken for a look. */
    private static List<ObservedSpan> bounded(List<ObservedSpan> past, ObservedSpan added) {
        List<ObservedSpan> next = new ArrayList<>(past.size() < MOST_SPANS ? past : past.subList(1, MOST_SPANS));
        next.add(added);
        return next;
    }

    private OnAirLog running(@Nullable OnAirRun next) {
        return new OnAirLog(spans, observed, current, next);
    }

    /** All times on air, the one that goes on included. */
    public List<OnAirSpan> allSpans() {
        List<OnAirSpan> all = new ArrayList<>(spans);
        if (run != null && run.confirmed()) {
            all.add(run.ended(false));
        }
        return all;
    }

    /** All times observed, the one that goes on included. */
    public List<ObservedSpan> allObserved() {
        List<ObservedSpan> all = new ArrayList<>(observed);
        if (current != null) {
            all.add(current);
        }
        return all;
    }
}
