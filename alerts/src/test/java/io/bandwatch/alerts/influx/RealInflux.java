package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import java.util.List;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/** A real server for tests. */
public final class RealInflux {
    private RealInflux() {}

    /** Where tests have to run, a missing server is a failure; elsewhere the reason is told. */
    public static void required() {
        boolean there = EmbeddedInflux.available().isPresent();
        String reason = "no influxd: ./bandwatch test fetches it; or name one in BANDWATCH_INFLUXD";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(reason).isTrue();
        }
        assumeTrue(there, reason);
    }

    /** The rows that a query returns, over all series. */
    public static List<List<Object>> rows(EmbeddedInflux server, String query) {
        try (InfluxDB client = InfluxDBFactory.connect(server.url())) {
            QueryResult result = client.query(new Query(query, server.database()));
            assertThat(result.hasError())
                    .as(() -> String.valueOf(result.getError()))
                    .isFalse();
            return result.getResults().stream()
                    .flatMap(
                            one -> one.getSeries() == null ? java.util.stream.Stream.empty() : one.getSeries().stream())
                    .flatMap(series -> series.getValues().stream())
                    .toList();
        }
    }
}
