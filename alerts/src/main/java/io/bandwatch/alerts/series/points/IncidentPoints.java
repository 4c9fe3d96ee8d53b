package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points of incidents. */
public final class IncidentPoints implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Places places;

    public IncidentPoints(Places places) {
        this.places = places;
    }

    /** The point of an incident as it stands. */
    public List<Point> of(Incident incident) {
        Subject subject = incident.subject();
        PointBuilder point = new PointBuilder(MetricSchema.INCIDENTS, incident.opened(), 0)
                .tag(MetricSchema.KIND, incident.kind().code())
                .tag(MetricSchema.FEED, subject.feed())
                .tag(MetricSchema.CHANNEL_MHZ, CarrierPoints.mhz(subject.channelHz()))
                .tag(MetricSchema.SLOT, Integer.toString(subject.slot()))
                .tag(MetricSchema.SERVICE, Integer.toString(subject.serviceId()))
                .text("id", incident.id())
                .text("state", incident.phase() == IncidentPhase.CLOSED ? "closed" : "open")
                .text("severity", incident.severity().code())
                .number("severity_level", level(incident.severity()))
                .number("opened_ms", ms(incident.opened()))
                .number("raised_ms", ms(incident.raised()))
                .number("closed_ms", ms(incident.closed()))
                .number("updated_ms", ms(incident.updated()))
                .number("presence_count", incident.presences().size())
                .number("measured", incident.measured())
                .number("threshold", incident.threshold())
                .text("unit", incident.unit());
        return List.of(PlacePoints.placed(point, places, subject.feed()).build());
    }

    /** From least to most, as numbers that sort. */
    private static int level(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case WARNING -> 1;
            case MAJOR -> 2;
            case CRITICAL -> 3;
        };
    }

    private static double ms(@Nullable Instant time) {
        return time == null ? Double.NaN : (double) time.toEpochMilli();
    }
}
