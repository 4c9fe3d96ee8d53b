package io.bandwatch.deploy.grafana;

import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Json;
import io.bandwatch.deploy.grafana.board.Panel;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How our panels look, wherever they are. */
final class Looks {
    static final int WHOLE = 24;
    static final int HALF = 12;
    static final int THIRD = 8;
    static final int QUARTER = 6;
    static final int LOW = 4;
    static final int USUAL = 8;
    static final int HIGH = 12;

    private static final List<String> COLORS = List.of("blue", "yellow", "orange", "red");

    private final BoardTexts texts;

    Looks(BoardTexts texts) {
        this.texts = texts;
    }

    Query query(Measurement measurement) {
        return new Query(measurement, texts);
    }

    /** Curves over time. */
    Panel curves(String key, Unit unit, int width, Query... queries) {
        Panel panel = new Panel("timeseries", key, texts, width, USUAL)
                .unit(unit)
                .custom("lineWidth", 1, "fillOpacity", 0, "showPoints", "auto", "spanNulls", false)
                .options("legend", legend(true), "tooltip", Json.object("mode", "multi", "sort", "desc"));
        for (Query query : queries) {
            panel.query(query);
        }
        return panel;
    }

    /** Rows of colour over time, one for each series. */
    Panel states(String key, Unit unit, int width, int height, Query query) {
        return new Panel("state-timeline", key, texts, width, height)
                .unit(unit)
                .custom("lineWidth", 0, "fillOpacity", 80)
                .options(
                        "mergeValues",
                        true,
                        "showValue",
                        "never",
                        "alignValue",
                        "left",
                        "rowHeight",
                        0.9,
                        "legend",
                        legend(false),
                        "tooltip",
                        Json.object("mode", "single", "sort", "none"))
                .query(query);
    }

    Panel table(String key, int width, int height, Query query) {
        return new Panel("table", key, texts, width, height)
                .options("showHeader", true, "cellHeight", "sm")
                .query(query);
    }

    /** A large number for each series. */
    Panel numbers(String key, Unit unit, int width, Query query) {
        return new Panel("stat", key, texts, width, LOW)
                .unit(unit)
                .options(
                        "colorMode", "background",
                        "graphMode", "none",
                        "justifyMode", "auto",
                        "orientation", "auto",
                        "textMode", "value_and_name",
                        "wideLayout", true,
                        "reduceOptions", Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false))
                .query(query);
    }

    static Map<String, Object> legend(boolean shown) {
        return Json.object("displayMode", "list", "placement", "bottom", "showLegend", shown, "calcs", List.of());
    }

    /** Words and colours of severities by their level. */
    Map<String, Object> severities() {
        Map<String, Object> words = new LinkedHashMap<>();
        Severity[] severities = Severity.values();
        for (int level = 0; level < severities.length; level++) {
            words.put(
                    Integer.toString(level),
                    word(texts.word("severity", severities[level].code()), COLORS.get(level), level));
        }
        return words;
    }

    Map<String, Object> kinds() {
        Map<String, Object> words = new LinkedHashMap<>();
        for (IncidentKind kind : IncidentKind.values()) {
            words.put(kind.code(), word(texts.word("kind", kind.code()), "", words.size()));
        }
        return words;
    }

    Map<String, Object> verdicts() {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            String color =
                    switch (verdict) {
                        case UNLICENSED -> "red";
                        case LICENSED_OUT_OF_PARAMETERS, RELAY_NOT_REGISTERED -> "orange";
                        case UNDETERMINED -> "yellow";
                        case LICENSED, AUTHORISED, FOREIGN, MICROPOWER -> "green";
                        case ARTEFACT -> "blue";
                    };
            words.put(verdict.code(), word(texts.word("verdict", verdict.code()), color, words.size()));
        }
        return words;
    }

    Map<String, Object> states() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("open", word(texts.text("state.open"), "red", 0));
        words.put("closed", word(texts.text("state.closed"), "green", 1));
        return words;
    }

    private static Map<String, Object> word(String text, String color, int index) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("text", text);
        if (!color.isEmpty()) {
            word.put("color", color);
        }
        word.put("index", index);
        return word;
    }
}
