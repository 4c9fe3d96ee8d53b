package io.bandwatch.detectors.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells from times on air whether a timer switches the carrier. Begins that come together at one time of the day are
 * paired with the ends that follow them, if these come together as well. A rule "the median begin" was rejected: it gives
 * every carrier a schedule, and mixes two windows of a day.
 */
public final class ScheduleLearner {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final ZoneId zone;
    private final ScheduleSettings settings;

    public ScheduleLearner(ZoneId zone, ScheduleSettings settings) {
        this.zone = zone;
        this.settings = settings;
    }

    /** The schedule, if there is one. */
    public Optional<Schedule> learn(OnAirLog log) {
        Observed observed = new Observed(log.allObserved(), zone);
        List<OnAirSpan> spans = programmes(log.allSpans());
        if (observed.isEmpty() || spans.isEmpty()) {
            return Optional.empty();
        }
        List<Instant> begins =
                spans.stream().filter(OnAirSpan::fromSeen).map(OnAirSpan::from).toList();
        List<Instant> ends =
                spans.stream().filter(OnAirSpan::toSeen).map(OnAirSpan::to).toList();
        List<EdgeGroup> endGroups = EdgeGroups.of(ends, zone, observed, settings.edgeChance());
        List<DailyWindow> windows = new ArrayList<>();
        for (EdgeGroup begin : EdgeGroups.of(begins, zone, observed, settings.edgeChance())) {
            EdgeGroup end = endOf(begin, begins, ends, endGroups);
            if (end != null && begin.chance() * end.chance() <= settings.jointChance()) {
                DailyWindow window = counted(begin, end, spans, observed);
                if (window.daysOn() >= settings.leastDays()) {
                    windows.add(window);
                }
            }
        }
        windows.sort(Comparator.comparingInt(DailyWindow::onSecond));
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Schedule(zone.getId(), windows.toArray(DailyWindow[]::new)));
    }

    /** Times on air without fades and flashes. */
    private List<OnAirSpan> programmes(List<OnAirSpan> spans) {
        List<OnAirSpan> joined = new ArrayList<>();
        for (OnAirSpan span : spans) {
            OnAirSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.toSeen()
                    && Duration.between(last.to(), span.from()).compareTo(settings.bridged()) <= 0) {
                joined.set(joined.size() - 1, last.joined(span));
            } else {
                joined.add(span);
            }
        }
        joined.removeIf(span -> span.length().compareTo(settings.shortest()) < 0);
        return joined;
    }

    /** The group that most of the ends next to these begins are in, if it is most of those that were seen. */
    private static @Nullable EdgeGroup endOf(
            EdgeGroup begin, List<Instant> begins, List<Instant> ends, List<EdgeGroup> groups) {
        List<Instant> next = new ArrayList<>();
        for (Instant from : begin.edges()) {
            ends.stream()
                    .filter(end ->
                            end.isAfter(from) && Duration.between(from, end).compareTo(LONGEST) < 0)
                    .filter(end -> begins.stream().noneMatch(other -> other.isAfter(from) && other.isBefore(end)))
                    .findFirst()
                    .ifPresent(next::add);
        }
        return groups.stream()
                .filter(group ->
                        2 * next.stream().filter(group.edges()::contains).count() > next.size())
                .findFirst()
                .orElse(null);
    }

    private DailyWindow counted(EdgeGroup begin, EdgeGroup end, List<OnAirSpan> spans, Observed observed) {
        DailyWindow window =
                DailyWindow.between(begin.usualSecond(), end.usualSecond(), begin.scatterS(), end.scatterS());
        return window.kept(DayCount.of(window, spans, observed, zone));
    }
}
