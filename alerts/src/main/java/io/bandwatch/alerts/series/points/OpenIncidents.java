package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.alerts.series.points.OpenIncidentsState.Entry;
import io.bandwatch.detectors.Detector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts open incidents of a feed by kind and severity; a point for each count that changes, at the time of the change. */
public final class OpenIncidents implements Detector<Incident, OpenIncidentsState, Point> {
    private static final long serialVersionUID = 1L;

    @Override
    public OpenIncidentsState initial() {
        return new OpenIncidentsState(List.of());
    }

    @Override
    public Step<OpenIncidentsState, Point> onObservation(OpenIncidentsState state, Incident incident) {
        Entry now = new Entry(
                incident.id(), incident.kind().code(), incident.severity().code());
        List<Entry> open = new ArrayList<>(state.open());
        List<Entry> changed = new ArrayList<>(
                open.stream().filter(entry -> entry.id().equals(now.id())).toList());
        open.removeAll(changed);
        if (incident.phase() != IncidentPhase.CLOSED) {
            open.add(now);
        }
        if (changed.stream().noneMatch(now::isLike)) {
            changed.add(now);
        }
        OpenIncidentsState next = new OpenIncidentsState(List.copyOf(open));
        List<Point> points = changed.stream()
                .filter(entry -> state.like(entry) != next.like(entry))
                .map(entry -> point(incident, entry, next.like(entry)))
                .toList();
        return new Step<>(next, points, Optional.empty());
    }

    private static Point point(Incident incident, Entry entry, long count) {
        return new PointBuilder(MetricSchema.OPEN_INCIDENTS, incident.updated(), 0)
                .tag(MetricSchema.FEED, incident.subject().feed())
                .tag(MetricSchema.KIND, entry.kind())
                .tag(MetricSchema.SEVERITY, entry.severity())
                .number("open", count)
                .build();
    }

    @Override
    public Step<OpenIncidentsState, Point> onDeadline(OpenIncidentsState state, Instant now) {
        return Step.quiet(state);
    }
}
