package io.bandwatch.samples.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes a score for programs and for people. */
final class ScoreText {
    private ScoreText() {}

    static String json(Score score) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("perfect", score.isPerfect());
        ObjectNode carriers = tally(root.putObject("carriers"), score.carriers());
        carriers.put("weak_found", score.weakCarriersFound());
        errors(carriers, "frequency_error_hz", score.frequencyErrorHz());
        errors(carriers, "cn_error_db", score.cnErrorDb());
        ObjectNode confusion = root.putObject("verdicts");
        new TreeMap<>(score.confusion()).forEach((should, given) -> {
            ObjectNode row = confusion.putObject(should);
            new TreeMap<>(given).forEach(row::put);
        });
        double macroF1 = VerdictMatrix.of(score.judged()).macroF1();
        if (!Double.isNaN(macroF1)) {
            root.put("macro_f1", macroF1);
        }
        names(root.putArray("wrong_verdicts"), score.wrongVerdicts());
        ArrayNode judged = root.putArray("judged");
        score.judged().forEach(one -> judged(judged.addObject(), one));
        ObjectNode incidents = tally(root.putObject("incidents"), score.incidents());
        errors(incidents, "opened_error_s", score.openedErrorS());
        errors(incidents, "detection_delay_s", score.delayS());
        names(incidents.putArray("wrong_presences"), score.wrongPresences());
        return root.toString();
    }

    static String table(Score score) {
        StringBuilder text = new StringBuilder();
        line(text, "%-10s %8s %8s %8s %8s %9s %9s", "", "expected", "found", "missed", "false", "precision", "recall");
        tally(text, "carriers", score.carriers());
        tally(text, "incidents", score.incidents());
        if (score.weakCarriersFound() > 0) {
            line(text, "and %d carriers too weak to be asked for", score.weakCarriersFound());
        }
        line(text, "");
        line(text, "%-22s %12s %12s", "error", "mean", "largest");
        errors(text, "frequency, Hz", score.frequencyErrorHz());
        errors(text, "C/N in 200 kHz, dB", score.cnErrorDb());
        errors(text, "opening time, s", score.openedErrorS());
        errors(text, "detection delay, s", score.delayS());
        line(text, "");
        VerdictMatrix matrix = VerdictMatrix.of(score.judged());
        text.append(matrix.toTable());
        if (!Double.isNaN(matrix.macroF1())) {
            line(text, "macro-F1 %.3f", matrix.macroF1());
        }
        list(text, "missed carrier", score.carriers().missed());
        list(text, "false carrier", score.carriers().invented());
        list(text, "wrong verdict", score.wrongVerdicts());
        list(text, "missed incident", score.incidents().missed());
        list(text, "false incident", score.incidents().invented());
        list(text, "wrong presences", score.wrongPresences());
        return text.toString();
    }

    private static void judged(ObjectNode node, Judged one) {
        node.put("name", one.name()).put("expected", one.expected()).put("given", one.given());
        if (!Double.isNaN(one.confidence())) {
            node.put("confidence", one.confidence());
        }
        node.put("right", one.right());
    }

    private static ObjectNode tally(ObjectNode node, Tally tally) {
        node.put("expected", tally.expected());
        node.put("matched", tally.matched());
        node.put("precision", tally.precision());
        node.put("recall", tally.recall());
        names(node.putArray("missed"), tally.missed());
        names(node.putArray("false"), tally.invented());
        return node;
    }

    private static void errors(ObjectNode node, String name, Errors errors) {
        // without a match there is no error to tell: absent, not 0
        if (!Double.isNaN(errors.mean())) {
            node.putObject(name).put("mean", errors.mean()).put("max", errors.largest());
        }
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    private static void tally(StringBuilder text, String name, Tally tally) {
        line(
                text,
                "%-10s %8d %8d %8d %8d %9.3f %9.3f",
                name,
                tally.expected(),
                tally.matched(),
                tally.missed().size(),
                tally.invented().size(),
                tally.precision(),
                tally.recall());
    }

    private static void errors(StringBuilder text, String name, Errors errors) {
        if (Double.isNaN(errors.mean())) {
            line(text, "%-22s %12s %12s", name, "-", "-");
        } else {
            line(text, "%-22s %12.2f %12.2f", name, errors.mean(), errors.largest());
        }
    }

    private static void list(StringBuilder text, String what, List<String> names) {
        names.forEach(name -> line(text, "%s: %s", what, name));
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
