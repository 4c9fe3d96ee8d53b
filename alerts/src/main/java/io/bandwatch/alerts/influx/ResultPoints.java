package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.verdict.CarrierRecord;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Result records as lines of the store. */
final class ResultPoints {
    private static final double NS_PER_S = 1e9;
    private static final int MHZ_DIGITS = 6;

    private ResultPoints() {}

    /** The line, or nothing for records that are not stored. */
    static Optional<String> line(ResultRecord value) {
        return switch (value.kind()) {
            case CARRIER -> Optional.of(line(Objects.requireNonNull(value.carrier())));
            case INCIDENT -> Optional.of(line(Objects.requireNonNull(value.incident())));
            case ACCOUNT, STREAM, SPLICE, PROGRAMME, INSERTION, REPETITION, RECEIVER -> Optional.empty();
        };
    }

    private static String line(CarrierRecord carrier) {
        LinePoint point = new LinePoint(MetricSchema.CARRIER)
                .tag(MetricSchema.FEED, carrier.feed())
                .tag(MetricSchema.CHANNEL_MHZ, mhz(carrier.channelHz()))
                .tag(MetricSchema.SLOT, Integer.toString(carrier.slot()))
                .tag(MetricSchema.SPAN, carrier.interval() ? MetricSchema.SPAN_INTERVAL : MetricSchema.SPAN_RECORDING)
                .field(MetricSchema.DURATION_S, carrier.durationNs() / NS_PER_S)
                .field(MetricSchema.FREQUENCY_HZ, carrier.frequencyHz())
                .field(MetricSchema.LEVEL_DBFS, carrier.levelDbfs())
                .field(MetricSchema.SNR_DB, carrier.snrDb())
                .field(MetricSchema.OCCUPIED_BANDWIDTH_HZ, carrier.occupiedBandwidthHz())
                .field(MetricSchema.PRESENCE, carrier.presence())
                .field(MetricSchema.VERDICT, carrier.verdict().code())
                .field(MetricSchema.CONFIDENCE, carrier.confidence());
        if (carrier.station() != null) {
            point.field(MetricSchema.STATION, carrier.station());
        }
        return point.at(carrier.time());
    }

    private static String line(Incident incident) {
        Subject subject = incident.subject();
        LinePoint point = new LinePoint(MetricSchema.INCIDENT)
                .tag(MetricSchema.KIND, incident.kind().code())
                .tag(MetricSchema.FEED, subject.feed())
                .tag(MetricSchema.CHANNEL_MHZ, mhz(subject.channelHz()))
                .tag(MetricSchema.SLOT, Integer.toString(subject.slot()))
                .field(MetricSchema.ID, incident.id())
                .field(MetricSchema.STATE, incident.phase() == IncidentPhase.CLOSED ? "closed" : "open")
                .field(MetricSchema.SEVERITY, incident.severity().code())
                .field(MetricSchema.RAISED_NS, LinePoint.epochNs(incident.raised()))
                .field(MetricSchema.UPDATED_NS, LinePoint.epochNs(incident.updated()))
                .field(MetricSchema.PRESENCES, (long) incident.presences().size())
                .field(MetricSchema.MEASURED, incident.measured())
                .field(MetricSchema.THRESHOLD, incident.threshold())
                .field(MetricSchema.UNIT, incident.unit());
        if (incident.closed() != null) {
            point.field(MetricSchema.CLOSED_NS, LinePoint.epochNs(incident.closed()));
        }
        return point.at(incident.opened());
    }

    /** {@code 98100000} is {@code 98.1}, {@code 98000000} is {@code 98.0}. */
    static String mhz(long channelHz) {
        BigDecimal mhz = BigDecimal.valueOf(channelHz, MHZ_DIGITS).stripTrailingZeros();
        return mhz.setScale(Math.max(1, mhz.scale())).toPlainString();
    }
}
