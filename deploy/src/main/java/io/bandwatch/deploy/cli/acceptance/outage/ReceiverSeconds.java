package io.bandwatch.deploy.cli.acceptance.outage;

import io.bandwatch.deploy.replay.StoreChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/** What a store has of a receiver, second by second; asked anew each time. */
final class ReceiverSeconds {
    private static final String ASKED = "SELECT dropped_samples, openings FROM receiver_1s";

    private final String url;

    ReceiverSeconds(String url) {
        this.url = url;
    }

    private List<List<Object>> rows() {
        try (InfluxDB store = InfluxDBFactory.connect(url)) {
            List<List<Object>> rows = new ArrayList<>();
            for (QueryResult.Result result :
                    store.query(new Query(ASKED, StoreChoice.DEFAULT_DATABASE)).getResults()) {
                if (result.getSeries() != null) {
                    result.getSeries().forEach(series -> rows.addAll(series.getValues()));
                }
            }
            return rows;
        }
    }

    /** Their times, sorted. */
    List<Instant> times() {
        return rows().stream()
                .map(row -> Instant.parse(String.valueOf(row.get(0))))
                .sorted()
                .toList();
    }

    Instant last() {
        List<Instant> all = times();
        return all.isEmpty() ? Instant.MIN : all.get(all.size() - 1);
    }

    /** Samples that the receiver had dropped at the end. */
    long dropped() {
        return lastValue(1);
    }

    /** How often it had been opened at the end. */
    long openings() {
        return lastValue(2);
    }

    private long lastValue(int column) {
        List<List<Object>> rows = rows();
        return ((Number) rows.get(rows.size() - 1).get(column)).longValue();
    }
}
