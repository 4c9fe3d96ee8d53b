package io.bandwatch.alerts.series.rollup;

import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.detectors.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rolls up one series. A point belongs to the span that its time lies in. A span is told when a point of a later one comes,
 * or when nothing has come for {@link #PATIENCE} after its end. A point whose span has been told is left out and counted in
 * the next: it cannot come where points of a series come in order of time, and a point written under its own time in the
 * series of seconds stays as it is.
 */
public final class RollUp implements Detector<Point, Bucket, Point> {
    private static final long serialVersionUID = 1L;

    /** Pictures and sound are told up to 15 s after the packets that they are in. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Resolution resolution;

    /** @param resolution how long its spans are */
    public RollUp(Resolution resolution) {
        this.resolution = resolution;
    }

    @Override
    public Bucket initial() {
        return Bucket.NOTHING;
    }

    @Override
    public Step<Bucket, Point> onObservation(Bucket state, Point point) {
        Instant begin = resolution.begin(point.time());
        Instant from = state.from();
        boolean late =
                from == null ? state.toldUntil() != null && begin.isBefore(state.toldUntil()) : begin.isBefore(from);
        if (late) {
            return new Step<>(state.withoutLate(), List.of(), wakeAt(from));
        }
        if (begin.equals(from)) {
            return new Step<>(state.with(point), List.of(), wakeAt(from));
        }
        List<Point> told = from == null ? List.of() : List.of(state.point(resolution, from));
        Bucket open = from == null ? state : Bucket.told(from.plus(resolution.length()));
        return new Step<>(open.begun(begin, point).with(point), told, wakeAt(begin));
    }

    private Optional<Instant> wakeAt(@Nullable Instant from) {
        return Optional.ofNullable(from)
                .map(begin -> begin.plus(resolution.length()).plus(PATIENCE));
    }

    @Override
    public Step<Bucket, Point> onDeadline(Bucket state, Instant now) {
        Instant from = state.from();
        if (from == null || now.isBefore(from.plus(resolution.length()).plus(PATIENCE))) {
            return new Step<>(state, List.of(), wakeAt(from));
        }
        Bucket told = Bucket.told(from.plus(resolution.length()));
        return new Step<>(told, List.of(state.point(resolution, from)), Optional.empty());
    }
}
