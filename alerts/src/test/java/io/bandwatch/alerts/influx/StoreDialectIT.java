package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.retry.RetrySchedule;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.Resolution;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we ask of a store: line protocol on {@code /write}, InfluxQL on {@code /query}. Runs on an {@code influxd} 1.x of its own;
 * BANDWATCH_DIALECT_URL names another, such as {@code http://127.0.0.1:8086/scratch} of a 2.x (with a DBRP mapping) or a 3, with
 * the credentials of the service. It writes to feeds called {@code dialect-...}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreDialectIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String DURING = "time >= '2026-03-01T12:00:00Z' AND time < '2026-03-01T12:10:00Z'";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String feed = "dialect-" + System.nanoTime();
    private final String where = " WHERE \"feed\" = '" + feed + "' AND " + DURING;
    private @Nullable EmbeddedInflux child;
    private URI server = URI.create("http://unknown");
    private String database = "";

    @BeforeAll
    void startAndFill(@TempDir Path folder) throws Exception {
        String named = System.getenv("BANDWATCH_DIALECT_URL");
        if (named == null) {
            RealInflux.required();
            EmbeddedInflux started = EmbeddedInflux.start(folder);
            child = started;
            server = URI.create(started.url());
            database = started.database();
        } else {
            server = URI.create(named).resolve("/");
            database = URI.create(named).getPath().substring(1);
        }
        InfluxSettings settings = new InfluxSettings(
                server.toString().replaceAll("/$", ""), database, child != null, 500, 500, RetrySchedule.DEFAULT);
        try (InfluxStore store = new InfluxStore(settings, InfluxCredentials.from(System.getenv()))) {
            store.write(lines());
            // once more, as after a restart
            store.write(lines());
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (child != null) {
            child.close();
        }
    }

    /** Every measurement in every resolution, ten minutes of one point each; numbers are the minute. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Measurement measurement : MetricSchema.measurements()) {
            for (Resolution resolution : measurement.resolutions()) {
                for (int minute = 0; minute < 10; minute++) {
                    lines.add(PointLines.line(point(measurement, resolution, minute))
                            .orElseThrow());
                }
            }
        }
        return lines;
    }

    private Point point(Measurement measurement, Resolution resolution, int minute) {
        List<String> columns = measurement.columns(resolution);
        double[] numbers = new double[columns.size()];
        String[] texts = new String[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            boolean text = i < measurement.fields().size()
                    && measurement.fields().get(i).isText();
            numbers[i] = text ? Double.NaN : minute;
            texts[i] = text ? "城市 \"" + minute + "\" \\ o'clock" : null;
        }
        String[] tags = measurement.tagNames().stream()
                .map(name -> name.equals("feed") ? feed : name.equals("channel_mhz") ? "98.1" : "1.4 some thing")
                .toArray(String[]::new);
        return new Point(measurement.base(), resolution, NOON.plusSeconds(60L * minute), 0, tags, numbers, texts);
    }

    @Test
    void everyPointOfEveryMeasurementIsThereOnce() throws Exception {
        for (Measurement measurement : MetricSchema.measurements()) {
            String number = measurement.fields().stream()
                    .filter(field -> !field.isText())
                    .findFirst()
                    .orElseThrow()
                    .name();
            for (String name : measurement.names()) {
                assertThat(values("SELECT count(\"" + number + "\") FROM \"" + name + '"' + where))
                        .as(name)
                        .containsExactly(10.0);
            }
        }
    }

    @Test
    void textsComeBackAsTheyWereWritten() throws Exception {
        JsonNode rows = series("SELECT \"verdict\" FROM \"carrier_1s\"" + where + " LIMIT 1")
                .get(0);
        assertThat(rows.path("values").path(0).path(1).asText()).isEqualTo("城市 \"0\" \\ o'clock");
    }

    @Test
    void meansMaximaAndSumsOfSpansComeBySpanAndTag() throws Exception {
        String grouped = where + " GROUP BY time(5m), \"feed\", \"channel_mhz\" fill(none)";
        assertThat(values("SELECT mean(\"level_dbfs\") FROM \"channel_1m\"" + grouped))
                .containsExactly(2.0, 7.0);
        assertThat(values("SELECT max(\"level_dbfs_max\") FROM \"channel_1m\"" + grouped))
                .containsExactly(4.0, 9.0);
        assertThat(values("SELECT sum(\"on_air_s\") / 300 FROM \"carrier_1m\"" + grouped))
                .containsExactly(10.0 / 300, 35.0 / 300);
        JsonNode first = series("SELECT mean(\"level_dbfs\") FROM \"channel_1m\"" + grouped)
                .get(0);
        assertThat(first.path("tags").path("channel_mhz").asText()).isEqualTo("98.1");
    }

    @Test
    void growthOfACounterIsADifferenceOfLastValues() throws Exception {
        assertThat(values("SELECT non_negative_difference(last(\"errors\")) FROM \"tr101290_1m\"" + where
                        + " GROUP BY time(5m), \"indicator\" fill(none)"))
                .contains(5.0);
    }

    @Test
    void openIncidentsStayAsTheyAreUntilTheyChange() throws Exception {
        assertThat(values(
                        "SELECT last(\"open\") FROM \"open_incidents\"" + where + " GROUP BY time(30s) fill(previous)"))
                .startsWith(0.0, 0.0, 1.0, 1.0, 2.0);
    }

    @Test
    void tagsAreMatchedByExpressionsAndFieldsByValues() throws Exception {
        assertThat(values("SELECT last(\"level_dbfs\") FROM \"carrier_1s\"" + where + " AND \"channel_mhz\" =~ /^9/"))
                .containsExactly(9.0);
        assertThat(series("SELECT last(\"level_dbfs\") FROM \"carrier_1s\"" + where + " AND \"channel_mhz\" =~ /^10/"))
                .isEmpty();
        assertThat(values("SELECT \"closed_ms\" FROM \"incident\"" + where + " AND \"closed_ms\" > 7"))
                .containsExactly(8.0, 9.0);
    }

    @Test
    void variablesAskForTheValuesOfATag() throws Exception {
        List<String> feeds = new ArrayList<>();
        for (JsonNode one :
                series("SHOW TAG VALUES FROM \"channel_1m\" WITH KEY = \"feed\" WHERE \"channel_mhz\" = '98.1'")) {
            one.path("values").forEach(row -> feeds.add(row.path(1).asText()));
        }
        assertThat(feeds).contains(feed);
    }

    private List<Double> values(String query) throws Exception {
        List<Double> values = new ArrayList<>();
        for (JsonNode one : series(query)) {
            one.path("values").forEach(row -> values.add(row.path(1).asDouble()));
        }
        return values;
    }

    private List<JsonNode> series(String query) throws Exception {
        String parameters = "db=" + encoded(database) + "&epoch=ms&q=" + encoded(query);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/query?" + parameters));
        InfluxCredentials credentials = InfluxCredentials.from(System.getenv());
        if (credentials.token() != null) {
            request.header("Authorization", "Token " + credentials.token());
        }
        JsonNode answer = JSON.readTree(
                http.send(request.build(), BodyHandlers.ofString()).body());
        assertThat(answer.findValues("error")).as(query).isEmpty();
        List<JsonNode> series = new ArrayList<>();
        answer.path("results").forEach(result -> result.path("series").forEach(series::add));
        return series;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
