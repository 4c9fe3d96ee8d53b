package io.bandwatch.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a dashboard and can be seen without a Grafana. */
class DashboardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of(System.getProperty("bandwatch.root", ".."), "deploy/grafana/dashboards");
    private static final Pattern FROM = Pattern.compile("FROM \"(\\w+?)(?:_(?:\\$res|1m))?\" WHERE");
    private static final Pattern NAME = Pattern.compile("\"([a-z_]+)\"");
    private static final int COLUMNS = 24;

    static Stream<String> files() {
        return Dashboards.files().keySet().stream();
    }

    @Test
    void theFilesAreWhatTheirSourceMakes() throws IOException {
        Map<String, String> made = Dashboards.files();
        if (Boolean.getBoolean("bandwatch.write-docs")) {
            for (Map.Entry<String, String> file : made.entrySet()) {
                Path path = FOLDER.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                there.put(FOLDER.relativize(path).toString(), Files.readString(path));
            }
        }
        assertThat(there)
                .as("deploy/grafana/dashboards; write it anew by running this test with -Dbandwatch.write-docs=true")
                .isEqualTo(made);
    }

    @Test
    void idsAreUniqueAndTitlesAreTranslated() throws IOException {
        Set<String> uids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (String file : files().toList()) {
            JsonNode board = board(file);
            assertThat(uids.add(board.path("uid").asText())).as(file).isTrue();
            assertThat(board.path("uid").asText()).hasSizeLessThanOrEqualTo(40);
            assertThat(titles.add(board.path("title").asText())).as(file).isTrue();
            Set<Integer> ids = new HashSet<>();
            board.path("panels")
                    .forEach(panel ->
                            assertThat(ids.add(panel.path("id").asInt())).isTrue());
        }
        assertThat(uids).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPanelHasUnitTitleAndPlaceOfItsOwn(String file) throws IOException {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : board(file).path("panels")) {
            String title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.path("description").asText()).as(title).isNotBlank();
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .as(title)
                    .isNotEmpty();
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(
                                    at.path("x").asInt() + x, at.path("y").asInt() + y)))
                            .as("%s overlaps", title)
                            .isTrue();
                }
            }
        }
    }

    /** A panel with a column of numbers shows them in {@code none} only where texts stand beside them. */
    @ParameterizedTest
    @MethodSource("files")
    void onlyTablesMapsAndStatesHaveNoUnitOfTheirOwn(String file) throws IOException {
        for (JsonNode panel : board(file).path("panels")) {
            if (panel.path("fieldConfig").path("defaults").path("unit").asText().equals("none")) {
                assertThat(panel.path("type").asText()).isIn("table", "geomap", "state-timeline");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVariableIsDeclaredAndUsed(String file) throws IOException {
        JsonNode board = board(file);
        Set<String> declared = new TreeSet<>();
        board.path("templating")
                .path("list")
                .forEach(one -> declared.add(one.path("name").asText()));
        Set<String> used = new TreeSet<>();
        String text = board.toString()
                .replaceAll("\\$(__interval|__all|timeFilter|\\{__from\\}|\\{__to\\}|tag_\\w+|col)", "");
        Matcher matcher = Pattern.compile("\\$\\{?(\\w+)").matcher(text);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noPanelIsTiedToTheDataSourceOfOneGrafana(String file) throws IOException {
        board(file)
                .findValues("datasource")
                .forEach(source -> assertThat(source.path("uid").asText()).isEqualTo("${DS}"));
    }

    @Test
    void everyMetricIsShownOrListedAsNotShown() throws IOException {
        Set<String> shown = shown();
        Set<String> missing = new TreeSet<>();
        Set<String> listed = new TreeSet<>();
        for (Measurement measurement : MetricSchema.measurements()) {
            for (String column : measurement.columns(measurement.rolledUp() ? Resolution.MINUTE : Resolution.SECOND)) {
                String name = measurement.base() + '.' + column;
                String listing = Stream.of(measurement.base(), name, column)
                        .filter(Dashboards.notShown()::containsKey)
                        .findFirst()
                        .orElse("");
                if (!listing.isEmpty()) {
                    listed.add(listing);
                    assertThat(shown).as("listed as not shown").doesNotContain(name);
                } else if (!shown.contains(name)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).as("neither shown nor listed").isEmpty();
        assertThat(listed)
                .as("listed and there")
                .isEqualTo(new TreeSet<>(Dashboards.notShown().keySet()));
    }

    @Test
    void bothLanguagesAskTheSame() throws IOException {
        for (String file : files().filter(name -> name.startsWith("en/")).toList()) {
            assertThat(queries(board(file.replace("en/", "zh-CN/"))).stream()
                            .map(DashboardsTest::withoutNames)
                            .toList())
                    .isEqualTo(queries(board(file)).stream()
                            .map(DashboardsTest::withoutNames)
                            .toList());
        }
    }

    private static String withoutNames(String query) {
        return query.replaceAll(" AS \"[^\"]*\"", "");
    }

    /** Names of columns, as {@code measurement.column}, that any panel or annotation asks for. */
    private static Set<String> shown() throws IOException {
        Set<String> shown = new HashSet<>();
        for (String file : files().filter(name -> name.startsWith("en/")).toList()) {
            for (String query : queries(board(file))) {
                Matcher from = FROM.matcher(query);
                assertThat(from.find()).as(query).isTrue();
                Matcher name = NAME.matcher(query.substring(0, query.indexOf(" FROM ")));
                while (name.find()) {
                    shown.add(from.group(1) + '.' + name.group(1));
                }
            }
        }
        return shown;
    }

    private static List<String> queries(JsonNode board) {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : board.path("panels")) {
            panel.path("targets")
                    .forEach(target -> queries.add(target.path("query").asText()));
        }
        board.path("annotations")
                .path("list")
                .forEach(one -> queries.add(one.path("target").path("query").asText()));
        return queries;
    }

    private static JsonNode board(String file) throws IOException {
        return JSON.readTree(Dashboards.files().get(file));
    }
}
