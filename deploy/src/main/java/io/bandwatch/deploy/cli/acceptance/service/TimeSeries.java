package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.deploy.replay.StoreChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/**
 * What the store of time series knows.
 *
 * @param url of the store
 */
public record TimeSeries(String url) {
    /** The last value of each field of each feed, rounded. */
    public Map<String, Map<String, Long>> last(String measurement) {
        Map<String, Map<String, Long>> feeds = new HashMap<>();
        for (QueryResult.Series series : asked("SELECT last(*) FROM " + measurement + " GROUP BY feed")) {
            Map<String, Long> last = new HashMap<>();
            for (int column = 1; column < series.getColumns().size(); column++) {
                if (series.getValues().get(0).get(column) instanceof Double value) {
                    last.put(series.getColumns().get(column).replaceFirst("^last_", ""), Math.round(value));
                }
            }
            feeds.put(series.getTags().get("feed"), last);
        }
        return feeds;
    }

    /** How many points there are of a field. */
    public long points(String measurement, String field) {
        return asked("SELECT count(" + field + ") FROM " + measurement).stream()
                .mapToLong(
                        series -> Math.round((Double) series.getValues().get(0).get(1)))
                .sum();
    }

    /**
     * The values of a field.
     *
     * @return by series, as the values of its tags in the order of their names, and by time, ms since 1970
     */
    public Map<String, SortedMap<Long, Double>> values(String measurement, String field) {
        Map<String, SortedMap<Long, Double>> values = new TreeMap<>();
        for (QueryResult.Series series : asked("SELECT " + field + " FROM " + measurement + " GROUP BY *")) {
            SortedMap<Long, Double> points = new TreeMap<>();
            for (List<Object> row : series.getValues()) {
                points.put(Math.round((Double) row.get(0)), (Double) row.get(1));
            }
            values.put(String.join(" ", new TreeMap<>(series.getTags()).values()), points);
        }
        return values;
    }

    private List<QueryResult.Series> asked(String question) {
        try (InfluxDB store = InfluxDBFactory.connect(url)) {
            QueryResult answer = store.query(new Query(question, StoreChoice.DEFAULT_DATABASE), TimeUnit.MILLISECONDS);
            if (answer.hasError()) {
                throw new IllegalStateException(question + ": " + answer.getError());
            }
            return answer.getResults().stream()
                    .filter(result -> result.getSeries() != null)
                    .flatMap(result -> result.getSeries().stream())
                    .toList();
        }
    }
}
