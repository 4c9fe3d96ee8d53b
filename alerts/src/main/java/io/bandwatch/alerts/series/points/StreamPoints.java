package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsTransport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Points of transport streams, their indicators and their services. */
public final class StreamPoints implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final Places places;

    public StreamPoints(Places places) {
        this.places = places;
    }

    /** All points of one interval. */
    public List<Point> of(StreamReport report) {
        List<Point> points = new ArrayList<>();
        PointBuilder feed = begun(MetricSchema.FEEDS, report)
                .number("heard_s", (report.durationNs() - report.unheardNs()) / NS_PER_S)
                .number("unheard_s", report.unheardNs() / NS_PER_S);
        points.add(PlacePoints.placed(feed, places, report.feed()).build());
        points.add(stream(report));
        for (TsIndicatorCount count : report.indicators()) {
            points.add(begun(MetricSchema.INDICATORS, report)
                    .tag(MetricSchema.INDICATOR, name(count.indicator()))
                    .number("errors", count.count())
                    .number("running", count.running() ? 1 : 0)
                    .build());
        }
        for (StreamReport.Service told : report.services()) {
            TsService service = told.record().service();
            points.add(begun(MetricSchema.SERVICES, report)
                    .tag(MetricSchema.SERVICE, Integer.toString(service.serviceId()))
                    .text("name", service.name())
                    .number("bitrate_bps", told.bitrateBps())
                    .number("scrambled", service.scrambled() ? 1 : 0)
                    .build());
        }
        return points;
    }

    private static Point stream(StreamReport report) {
        PointBuilder point = begun(MetricSchema.STREAMS, report)
                .number("bitrate_bps", report.bitrateBps())
                .number("packets", report.counts().packets())
                .number("null_packets", report.counts().nullPackets())
                .number("scrambled_packets", report.counts().scrambledPackets());
        TsTransport transport = report.transport();
        if (transport != null) {
            point.number("measured_packets", report.measuredPackets())
                    .number("datagrams", transport.datagrams())
                    .number("lost_datagrams", transport.lost())
                    .number("dropped_blocks", transport.droppedBlocks())
                    .number("dropped_bytes", transport.droppedBytes())
                    .number("socket_drops", transport.socketDrops());
        }
        return point.build();
    }

    private static PointBuilder begun(Measurement measurement, StreamReport report) {
        return new PointBuilder(measurement, report.time(), report.durationNs()).tag(MetricSchema.FEED, report.feed());
    }

    /** Number and name, so that indicators come in the order of TR 101 290. */
    static String name(TsIndicator indicator) {
        return indicator.clause() + ' ' + indicator.key();
    }
}
