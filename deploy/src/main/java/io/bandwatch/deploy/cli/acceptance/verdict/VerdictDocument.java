package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.score.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the tables of the documents out of the figures of a check. */
final class VerdictDocument {
    private VerdictDocument() {}

    /** One row a named scene, and what went wrong. */
    static void scenes(JsonNode figures, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Named scenes");
        lines.add("");
        lines.add("| Scene | Verdicts | right | Incidents | raised | false |");
        lines.add("|---|---|---|---|---|---|");
        for (JsonNode row : figures.path("scenes")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d |",
                    row.path("scene").asText(),
                    row.path("verdicts").asInt(),
                    row.path("verdicts_right").asInt(),
                    row.path("incidents").asInt(),
                    row.path("incidents_raised").asInt(),
                    row.path("incidents_false").asInt()));
        }
        for (JsonNode row : figures.path("scenes")) {
            if (!row.path("errors").isEmpty()) {
                lines.add("");
                lines.add("## " + row.path("scene").asText());
                lines.add("");
                row.path("errors").forEach(error -> lines.add("- " + error.asText()));
            }
        }
        write(lines, file);
    }

    /** The confusion matrix, the calibration and the worst errors. */
    static void matrix(JsonNode figures, Path file, String diagram) throws IOException {
        JsonNode matrix = figures.path("matrix");
        Set<String> columns = new LinkedHashSet<>();
        matrix.fieldNames().forEachRemaining(columns::add);
        columns.remove(Judged.NOTHING);
        matrix.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        List<String> lines = new ArrayList<>();
        lines.add("# Verdicts over random scenes");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%d scenes, %d carriers, macro-F1 %.3f. Rows: the verdict deserved; columns: the verdict given.",
                figures.path("scenes").asInt(),
                figures.path("carriers").asInt(),
                figures.path("macro_f1").asDouble()));
        lines.add("");
        lines.add("| | " + String.join(" | ", columns) + " | F1 |");
        lines.add("|---".repeat(columns.size() + 2) + "|");
        matrix.fieldNames().forEachRemaining(expected -> {
            StringBuilder line = new StringBuilder("| ").append(expected);
            columns.forEach(given ->
                    line.append(" | ").append(matrix.path(expected).path(given).asText("")));
            JsonNode f1 = figures.path("f1").path(expected);
            line.append(" | ").append(f1.isNumber() ? String.format(Locale.ROOT, "%.3f", f1.asDouble()) : "");
            lines.add(line.append(" |").toString());
        });
        lines.add("");
        lines.add("## Confidence");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Calibration error %.3f: how far, on the mean, the confidence of verdicts is from the share of them that is"
                        + " right.",
                figures.path("calibration_error").asDouble()));
        lines.add("");
        lines.add("![Share of right verdicts against the confidence claimed](" + diagram + ")");
        worst(figures.path("worst"), lines);
        write(lines, file);
    }

    private static void worst(JsonNode worst, List<String> lines) {
        lines.add("");
        lines.add("## The worst errors");
        lines.add("");
        lines.add("| Scene | Carrier | deserved | given | Confidence | Reasons given |");
        lines.add("|---|---|---|---|---|---|");
        for (JsonNode error : worst) {
            List<String> reasons = new ArrayList<>();
            error.path("reasons").forEach(reason -> reasons.add(reason.asText()));
            lines.add("| " + error.path("scene").asText() + " | "
                    + error.path("carrier").asText() + " | "
                    + error.path("expected").asText() + " | "
                    + error.path("given").asText() + " | "
                    + (error.has("confidence")
                            ? String.format(
                                    Locale.ROOT,
                                    "%.2f",
                                    error.path("confidence").asDouble())
                            : "")
                    + " | " + String.join(", ", reasons) + " |");
        }
    }

    private static void write(List<String> lines, Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
