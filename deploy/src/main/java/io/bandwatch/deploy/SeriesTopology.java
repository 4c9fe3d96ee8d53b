package io.bandwatch.deploy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.alerts.series.points.BandPoints;
import io.bandwatch.alerts.series.points.CarrierPoints;
import io.bandwatch.alerts.series.points.IncidentPoints;
import io.bandwatch.alerts.series.points.OpenIncidents;
import io.bandwatch.alerts.series.points.OpenIncidentsState;
import io.bandwatch.alerts.series.points.ProgrammePoints;
import io.bandwatch.alerts.series.points.ReceiverPoints;
import io.bandwatch.alerts.series.points.StreamPoints;
import io.bandwatch.alerts.series.rollup.Bucket;
import io.bandwatch.alerts.series.rollup.RollUp;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.detectors.rf.survey.BandRecord;
import io.bandwatch.detectors.rf.survey.BandReportState;
import io.bandwatch.detectors.rf.survey.BandReporter;
import io.bandwatch.detectors.ts.assessment.StreamReporter;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.av.AvFrame;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** The part of the main job that is about time series: points a second, and what they are rolled up to. */
final class SeriesTopology {
    /** The time series of the store have a point a second. */
    static final Duration EVERY = Resolution.SECOND.length();

    private static final TypeInformation<Point> POINT = TypeInformation.of(Point.class);

    private final Places places;
    private final Map<Integer, String> stations;
    private final ServiceJudge services;

    SeriesTopology(Places places, @Nullable LicenceRegister register, ServiceJudge services) {
        this.places = places;
        this.services = services;
        this.stations = register == null ? Map.of() : stations(register);
    }

    private static Map<Integer, String> stations(LicenceRegister register) {
        Map<Integer, String> names = new HashMap<>();
        for (LicenceEntry entry : register.entries()) {
            if (ChannelRaster.FM.covers(entry.frequencyHz())) {
                names.merge(
                        ChannelRaster.FM.nearest(entry.frequencyHz()),
                        entry.name(),
                        (first, second) -> first + ", " + second);
            }
        }
        return names;
    }

    /** Points of carriers, an interval of {@link #EVERY} or a recording each. */
    DataStream<Point> carriers(DataStream<CarrierRecord> carriers) {
        return points(carriers, CarrierPoints::of, "carrier-points");
    }

    /** Points of feeds of a band, and of their channels. */
    DataStream<Point> bands(DataStream<RfFrame> frames) {
        BandPoints points = new BandPoints(places, stations);
        return points(
                Topology.perFeed(
                        frames.map(RfFrame::withoutReceptions)
                                .returns(RfFrame.class)
                                .name("band-looks")
                                .uid("band-looks"),
                        "band-reporter",
                        new BandReporter(EVERY),
                        BandReportState.class,
                        BandRecord.class),
                points::of,
                "band-points");
    }

    DataStream<Point> receivers(DataStream<ReceiverRecord> receivers) {
        return points(receivers, ReceiverPoints::of, "receiver-points");
    }

    DataStream<Point> streams(DataStream<TsFrame> frames) {
        StreamPoints points = new StreamPoints(places);
        // looks take about a second
        return points(
                StreamTopology.reports(
                        frames,
                        new StreamReporter(Duration.ZERO, MetricSchema.MOST_SERVICES, services),
                        "stream-reporter"),
                points::of,
                "stream-points");
    }

    DataStream<Point> programmes(DataStream<AvFrame> looks) {
        return points(
                ProgrammeTopology.intervals(looks, EVERY, "programme-reporter"),
                ProgrammePoints::of,
                "programme-points");
    }

    /** Each incident as it stands, and how many are open. */
    DataStream<Point> incidents(DataStream<Incident> incidents) {
        IncidentPoints points = new IncidentPoints(places);
        DataStream<Point> open = incidents
                .keyBy(SeriesTopology::feed, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, Incident>(
                                Incident.class, Incident::updated, (a, b) -> a.id().compareTo(b.id())),
                        TypeInformation.of(Incident.class))
                .name("incidents-in-order")
                .uid("incidents-in-order")
                .keyBy(SeriesTopology::feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Incident, Point>(Incident::updated, incident -> false)
                                .with("open-incidents", new OpenIncidents(), OpenIncidentsState.class),
                        POINT)
                .name("open-incidents")
                .uid("open-incidents");
        return points(incidents, points::of, "incident-points").union(open);
    }

    private static String feed(Incident incident) {
        return incident.subject().feed();
    }

    /** The points, and what those of series come to in minutes and hours. */
    DataStream<Point> rolledUp(DataStream<Point> seconds) {
        return seconds.filter(point -> point.schema().rolledUp())
                .name("series")
                .uid("series")
                .keyBy(Point::series, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Point, Point>(Point::time, point -> false)
                                .with("minutes", new RollUp(Resolution.MINUTE), Bucket.class)
                                .with("hours", new RollUp(Resolution.HOUR), Bucket.class),
                        POINT)
                .name("roll-up")
                .uid("roll-up")
                .union(seconds);
    }

    private static <T> DataStream<Point> points(DataStream<T> records, PointsOf<T> making, String name) {
        return records.<Point>flatMap((record, out) -> making.apply(record).forEach(out::collect), POINT)
                .name(name)
                .uid(name);
    }

    /** Makes points; an interface of its own, so that Flink can serialise the lambda. */
    private interface PointsOf<T> extends Function<T, List<Point>>, Serializable {}
}
