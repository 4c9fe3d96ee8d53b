package io.bandwatch.deploy.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Tags;
import io.bandwatch.deploy.grafana.Dashboards;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.StoreChoice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the dashboards ask, asked of a real store that the demo has filled, by its replays and by its live service: no error, and at
 * least one series each.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DashboardQueriesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_S = 120;
    /** Scenes without a date are played in 1970, one has a date, and what is heard live is now. */
    private final List<Range> times = List.of(
            Range.from(Instant.EPOCH, Duration.ofHours(1)),
            Range.from(Instant.parse("2026-03-14T14:00:00Z"), Duration.ofHours(1)),
            Range.from(Instant.now().minusSeconds(1800), Duration.ofHours(1)));

    /** What people look at. */
    private record Range(Instant from, Instant to) {
        static Range from(Instant from, Duration length) {
            return new Range(from, from.plus(length));
        }

        /** As Grafana writes it into a query. */
        String in(String query) {
            return query.replace("$timeFilter", "time >= ${__from}ms AND time <= ${__to}ms")
                    .replace("${__from}", Long.toString(from.toEpochMilli()))
                    .replace("${__to}", Long.toString(to.toEpochMilli()));
        }
    }

    /** A licensed station, and a carrier that nobody licensed. */
    private static final List<String> CHANNELS = List.of("097.1", "098.4");

    private static final List<String> RESOLUTIONS = List.of("1s", "1m", "1h");

    private EmbeddedInflux store;
    private InfluxDB client;

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        boolean there = EmbeddedInflux.available().isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("an influxd, which ./bandwatch test fetches").isTrue();
        }
        assumeTrue(there, "no influxd; run ./bandwatch test, which fetches it");
        store = EmbeddedInflux.start(folder.resolve("influxdb"));
        client = InfluxDBFactory.connect(store.url());
        DemoScenes scenes = BundledScenes.all();
        DemoRequests requests = new DemoRequests(scenes, store.url(), Locale.ENGLISH);
        for (String name : DemoScenes.names()) {
            run(requests.band(name));
        }
        run(requests.television(folder.resolve("evidence")).orElseThrow());
        live(scenes, folder.resolve("live"));
    }

    /** Until each receiver has told something; what the demo waits for, a push with its evidence, is in no store. */
    private void live(DemoScenes scenes, Path folder) throws Exception {
        LiveDemo.Show show = new LiveDemo.Show(
                scenes.scene(DemoScenes.night()),
                scenes.televisionRecording(),
                store.url() + "/" + StoreChoice.DEFAULT_DATABASE,
                Locale.ENGLISH,
                0);
        PrintWriter unread = new PrintWriter(new StringWriter());
        try (LiveDemo live = LiveDemo.start(folder, show, unread, unread)) {
            long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (!(answered("SELECT \"openings\" FROM \"receiver_1s\" WHERE \"feed\" = 'roof' OFFSET 5")
                            && answered("SELECT \"id\" FROM \"incident\" WHERE \"kind\" = 'feed-lost'"))
                    && System.nanoTime() < endNs) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            live.tell();
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (store != null) {
            client.close();
            store.close();
        }
    }

    private static void run(ReplayRequest request) throws Exception {
        new ReplayRun(request, new PrintWriter(new StringWriter())).run(new PrintWriter(new StringWriter()));
    }

    static List<String> files() {
        return List.copyOf(Dashboards.files().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyQueryIsAnsweredWithAtLeastOneSeries(String file) throws Exception {
        JsonNode board = JSON.readTree(Dashboards.files().get(file));
        List<String> silent = new ArrayList<>();
        for (String query : queries(board)) {
            if (!answeredAtAll(query)) {
                silent.add(query);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** What only a live probe has stays silent here. */
    @Test
    void everyRuleIsAnsweredWithoutAnError() throws Exception {
        List<String> silent = new ArrayList<>();
        for (String query : ruleQueries()) {
            if (!answeredAtAll(query)) {
                silent.add(query);
            }
        }
        assertThat(silent).allSatisfy(query -> assertThat(query).contains("\"dropped_blocks\""));
    }

    /** Its point stands at its onset: by the range of the page alone, what has been on air for a week is gone from it. */
    @Test
    void whatIsOpenStaysOnThePageHoweverLongAgoItBegan() throws Exception {
        String database = "situation";
        client.query(new Query("CREATE DATABASE " + database));
        Instant now = Instant.now();
        long onsetNs = now.minus(Duration.ofDays(7)).getEpochSecond() * 1_000_000_000;
        client.write(
                database,
                "autogen",
                InfluxDB.ConsistencyLevel.ONE,
                List.of(
                        "incident,feed=roof,id=a state=\"open\",severity_level=4i,kind=\"unlicensed-carrier\",latitude=1 "
                                + onsetNs,
                        "incident,feed=roof,id=b state=\"closed\",severity_level=4i,kind=\"unlicensed-carrier\",latitude=1 "
                                + onsetNs,
                        "open_incidents,feed=roof,kind=unlicensed-carrier,severity=critical open=1i " + onsetNs));
        JsonNode board = JSON.readTree(Dashboards.files().get("en/situation.json"));
        Range sixHours = Range.from(now.minusSeconds(6 * 3600), Duration.ofHours(6));
        List<String> asked = queries(board).stream()
                .filter(query ->
                        (query.contains("'open'") && !query.contains("closed_ms")) || query.contains("open_incidents"))
                .toList();
        assertThat(asked).hasSize(3).allSatisfy(query -> {
            QueryResult answer = client.query(new Query(substituted(query, "1m", sixHours), database));
            assertThat(answer.hasError()).isFalse();
            assertThat(answer.getResults().get(0).getSeries()).hasSize(1);
            assertThat(answer.getResults().get(0).getSeries().get(0).getValues())
                    .hasSize(1);
        });
    }

    @Test
    void aCounterThatBeginsAgainIsNoAlarm() throws Exception {
        String database = "rules";
        client.query(new Query("CREATE DATABASE " + database));
        long nowS = Instant.now().getEpochSecond();
        int[] reset = {5, 5, 0, 0};
        int[] dropping = {0, 0, 7, 7};
        for (int i = 0; i < reset.length; i++) {
            long atNs = (nowS - 60 + 10L * i) * 1_000_000_000;
            client.write(
                    database,
                    "autogen",
                    InfluxDB.ConsistencyLevel.ONE,
                    List.of(
                            "receiver_1s,feed=reset dropped_samples=" + reset[i] + " " + atNs,
                            "receiver_1s,feed=dropping dropped_samples=" + dropping[i] + " " + atNs));
        }
        String rule = ruleQueries().stream()
                .filter(query -> query.contains("\"dropped_samples\""))
                .findFirst()
                .orElseThrow();
        assertThat(byFeed(database, rule)).containsOnly(Map.entry("reset", 0.0), Map.entry("dropping", 7.0));
        assertThat(byFeed(
                        database,
                        "SELECT spread(\"dropped_samples\") FROM \"receiver_1s\" WHERE $timeFilter GROUP BY \"feed\""))
                .as("from the least to the most, both have dropped something")
                .containsOnly(Map.entry("reset", 5.0), Map.entry("dropping", 7.0));
    }

    private Map<String, Double> byFeed(String database, String query) {
        QueryResult answer =
                client.query(new Query(query.replace("$timeFilter", "time > now() - 5m AND time < now()"), database));
        assertThat(answer.hasError()).isFalse();
        Map<String, Double> figures = new HashMap<>();
        for (QueryResult.Series series : answer.getResults().get(0).getSeries()) {
            figures.put(
                    series.getTags().get("feed"),
                    ((Number) series.getValues().get(0).get(1)).doubleValue());
        }
        return figures;
    }

    private static List<String> ruleQueries() throws Exception {
        Path rules = Path.of(System.getProperty("bandwatch.root", ".."))
                .resolve("deploy/grafana/provisioning/alerting/bandwatch.yaml");
        List<String> queries = new ArrayList<>();
        for (JsonNode model : new YAMLMapper().readTree(Files.readString(rules)).findValues("model")) {
            if (model.has("query")) {
                queries.add(model.path("query").asText());
            }
        }
        return queries;
    }

    /** Asks in every resolution of every time; an error anywhere is a failure. */
    private boolean answeredAtAll(String query) {
        boolean answered = false;
        for (String resolution : RESOLUTIONS) {
            for (Range time : times) {
                for (String channel : CHANNELS) {
                    answered |= answered(substituted(query, resolution, time).replace("$channel", channel));
                }
            }
        }
        return answered;
    }

    /** Whether there is a series; an error is a failure. */
    private boolean answered(String query) {
        QueryResult answer = client.query(new Query(query, StoreChoice.DEFAULT_DATABASE));
        assertThat(answer.hasError()).as(() -> query + ": " + answer.getError()).isFalse();
        return answer.getResults().stream()
                .anyMatch(result ->
                        result.getSeries() != null && !result.getSeries().isEmpty());
    }

    private static List<String> queries(JsonNode board) {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : board.path("panels")) {
            panel.path("targets")
                    .forEach(target -> queries.add(target.path("query").asText()));
        }
        for (JsonNode variable : board.path("templating").path("list")) {
            if (variable.path("type").asText().equals("query")) {
                queries.add(variable.path("query").asText());
            }
        }
        board.path("annotations")
                .path("list")
                .forEach(one -> queries.add(one.path("target").path("query").asText()));
        return queries;
    }

    /** As Grafana does it: of variables with several values all. */
    private static String substituted(String query, String resolution, Range time) {
        return time.in(query)
                .replace("$__interval", resolution)
                .replace("$res", resolution)
                .replace("$feed", ".*")
                .replace("$service", ".*")
                .replace("$kind", ".*");
    }

    /** Of recordings, which have ended: what is heard live still has a minute under way. */
    @Test
    void minutesAndHoursHoldWhatTheirSecondsDo() {
        for (String field : List.of("carrier.on_air_s", "feed.heard_s", "programme.missing_pictures")) {
            String measurement = field.substring(0, field.indexOf('.'));
            String column = field.substring(field.indexOf('.') + 1);
            Map<Map<String, String>, Double> seconds = sums(measurement + "_1s", column);
            assertThat(seconds).as(field).isNotEmpty();
            for (String rolledUp : List.of("_1m", "_1h")) {
                Map<Map<String, String>, Double> sums = sums(measurement + rolledUp, column);
                assertThat(sums.keySet()).as(field).isEqualTo(seconds.keySet());
                // rounding of some hundred additions, s
                sums.forEach((series, sum) ->
                        assertThat(sum).as("%s %s", field, series).isCloseTo(seconds.get(series), within(1e-9)));
            }
        }
        assertThat(answered("SELECT \"late_points\" FROM /_1(m|h)$/")).isFalse();
    }

    private Map<Map<String, String>, Double> sums(String measurement, String column) {
        Map<Map<String, String>, Double> sums = new HashMap<>();
        QueryResult answer = client.query(new Query(
                "SELECT sum(\"" + column + "\") FROM \"" + measurement
                        + "\" WHERE \"feed\" !~ /^(roof|unplugged|television)$/ GROUP BY *",
                StoreChoice.DEFAULT_DATABASE));
        for (QueryResult.Series series : answer.getResults().get(0).getSeries()) {
            sums.put(series.getTags(), ((Number) series.getValues().get(0).get(1)).doubleValue());
        }
        return sums;
    }

    @Test
    void seriesAreNoMoreThanTheBoundsOfTagsAllow() {
        // four scenes and two live receivers, one service
        Tags.Extent extent = new Tags.Extent(6, 1);
        for (Measurement measurement : MetricSchema.measurements()) {
            long series = 0;
            for (String name : measurement.names()) {
                QueryResult answer =
                        client.query(new Query("SHOW SERIES FROM \"" + name + '"', StoreChoice.DEFAULT_DATABASE));
                List<QueryResult.Series> found = answer.getResults().get(0).getSeries();
                series += found == null ? 0 : found.get(0).getValues().size();
            }
            assertThat(series).as(measurement.base()).isPositive().isLessThanOrEqualTo(measurement.series(extent));
        }
    }
}
