package io.bandwatch.deploy.replay;

import io.bandwatch.alerts.series.MetricSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/** What a store answers when it is asked for carriers, in InfluxQL. */
public final class StoredCarriers {
    private static final String QUERY = "SELECT last(\"frequency_hz\") AS hz, last(\"snr_db\") AS snr FROM \""
            + MetricSchema.RECORDED_CARRIERS.base() + "\" GROUP BY \"feed\", \"channel_mhz\", \"slot\"";

    private StoredCarriers() {}

    /** The query that is asked. */
    public static String query() {
        return QUERY;
    }

    /** One line a carrier, by feed and channel. */
    public static List<String> lines(String url, String database) {
        try (InfluxDB store = InfluxDBFactory.connect(url)) {
            QueryResult answer = store.query(new Query(QUERY, database));
            if (answer.hasError()) {
                throw new IllegalStateException("the store refused " + QUERY + ": " + answer.getError());
            }
            List<String> lines = new ArrayList<>();
            for (QueryResult.Result result : answer.getResults()) {
                if (result.getSeries() != null) {
                    result.getSeries().forEach(series -> lines.add(line(series)));
                }
            }
            lines.sort(null);
            return lines;
        }
    }

    private static String line(QueryResult.Series series) {
        Map<String, String> tags = series.getTags();
        List<Object> values = series.getValues().get(0);
        return String.format(
                Locale.ROOT,
                "%-18s %8s MHz  %.3f MHz  %5.1f dB",
                tags.get("feed"),
                String.valueOf(tags.get("channel_mhz")).replaceFirst("^0+(?=\\d\\d)", ""),
                ((Number) values.get(1)).doubleValue() / 1e6,
                ((Number) values.get(2)).doubleValue());
    }
}
