package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.rf.survey.BandRecord;
import io.bandwatch.signal.ChannelRaster;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Points of a feed and of its channels, with the stations that the register has there. */
public final class BandPoints implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;
    private static final ChannelRaster RASTER = ChannelRaster.FM;

    private final Places places;
    private final HashMap<Integer, String> stations;

    /** @param stations names of stations by the index of their channel */
    public BandPoints(Places places, Map<Integer, String> stations) {
        this.places = places;
        this.stations = new HashMap<>(stations);
    }

    /** One of the feed, and one of each channel that was observed. */
    public List<Point> of(BandRecord band) {
        long heardNs = band.durationNs() - band.unheardNs();
        PointBuilder feed = new PointBuilder(MetricSchema.FEEDS, band.time(), band.durationNs())
                .tag(MetricSchema.FEED, band.feed())
                .number("heard_s", heardNs / NS_PER_S)
                .number("unheard_s", band.unheardNs() / NS_PER_S)
                .number("clipped_share", band.clippedShare());
        List<Point> points = new ArrayList<>();
        points.add(PlacePoints.placed(feed, places, band.feed()).build());
        for (int channel = 0; channel < band.levelDbfs().length; channel++) {
            if (!Double.isNaN(band.occupancy()[channel])) {
                points.add(channel(band, channel, heardNs));
            }
        }
        return points;
    }

    private Point channel(BandRecord band, int channel, long heardNs) {
        return new PointBuilder(MetricSchema.CHANNELS, band.time(), heardNs)
                .tag(MetricSchema.FEED, band.feed())
                .tag(MetricSchema.CHANNEL_MHZ, CarrierPoints.mhz(RASTER.centerHz(channel)))
                .number("level_dbfs", band.levelDbfs()[channel])
                .number("noise_dbfs", band.noiseDbfs()[channel])
                .number("occupancy", band.occupancy()[channel])
                .number("registered", stations.containsKey(channel) ? 1 : 0)
                .text("stations", stations.get(channel))
                .build();
    }
}
