package io.bandwatch.samples.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is in a recording.
 *
 * @param recording its file name, empty if unknown
 * @param start time of its first sample, 1970 if unknown
 * @param stations what is to be found
 * @param incidents what is to be raised, and what may be
 * @param artefacts what the receiver makes itself
 */
record Truth(
        String recording,
        Instant start,
        List<Station> stations,
        List<ExpectedIncident> incidents,
        List<Artefact> artefacts) {
    private static final double NO_LIMIT_DB = Double.NEGATIVE_INFINITY;

    /**
     * One emission.
     *
     * @param expected whether it is strong enough, long enough in the recording, and not covered, to be found
     */
    record Station(String name, double frequencyHz, double cnDb, String verdict, boolean expected) {}

    /**
     * Something that the receiver makes itself.
     *
     * @param verdicts what is right of it, the best first
     */
    record Artefact(String name, double frequencyHz, List<String> verdicts) {}

    /**
     * An incident that should be there, or may be. {@code frequencyHz} is NaN where it is about the whole feed; {@code
     * presences} is 0 where nothing is said of them.
     */
    record ExpectedIncident(
            String kind, String station, double frequencyHz, double openedS, int presences, boolean required) {
        String label() {
            return kind + " " + station;
        }
    }

    /**
     * Reads a truth file, with or without a list of incidents; {@code on_air_s} is one span of two numbers or a list of
     * such spans.
     */
    static Truth read(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            if (root == null || !root.path("stations").isArray()) {
                throw new ScenarioException(
                        file + ": has no list 'stations'; give a truth file of a rendered scenario");
            }
            return of(file, root);
        } catch (IOException | DateTimeException e) {
            throw new ScenarioException(file + ": is no truth file (" + e.getMessage() + "); give a .truth.json", e);
        }
    }

    private static Truth of(Path file, JsonNode root) {
        double lowestDb = root.path("expect_no_carrier_below_db").asDouble(NO_LIMIT_DB);
        List<Station> stations = new ArrayList<>();
        List<ExpectedIncident> implied = new ArrayList<>();
        for (JsonNode node : root.path("stations")) {
            if (!node.path("frequency_hz").isNumber()
                    || !node.path("cn_db_in_200kHz").isNumber()) {
                throw new ScenarioException(
                        file + ": a station lacks frequency_hz or cn_db_in_200kHz; render the scenario anew");
            }
            List<double[]> spans = spans(node.path("on_air_s"));
            double frequencyHz = node.path("frequency_hz").asDouble();
            double cnDb = node.path("cn_db_in_200kHz").asDouble();
            boolean licensed = node.path("licensed").asBoolean();
            String verdict = node.path("verdict").asText(licensed ? "licensed" : "unlicensed");
            String name = name(node, frequencyHz);
            boolean covered = node.path("covered").asBoolean();
            stations.add(
                    new Station(name, frequencyHz, cnDb, verdict, cnDb >= lowestDb && !spans.isEmpty() && !covered));
            if (!licensed && !spans.isEmpty()) {
                implied.add(new ExpectedIncident("unlicensed-carrier", name, frequencyHz, spans.get(0)[0], 0, true));
            }
        }
        JsonNode start = root.path("start");
        return new Truth(
                root.path("recording").asText(""),
                start.isMissingNode() ? Instant.EPOCH : Instant.parse(start.asText()),
                stations,
                root.has("incidents") ? incidents(root.path("incidents")) : implied,
                artefacts(root.path("artefacts")));
    }

    private static List<Artefact> artefacts(JsonNode list) {
        List<Artefact> artefacts = new ArrayList<>();
        for (JsonNode node : list) {
            double frequencyHz = node.path("frequency_hz").asDouble();
            List<String> verdicts = new ArrayList<>();
            verdicts.add(node.path("verdict").asText("artefact"));
            node.path("accepted").forEach(also -> verdicts.add(also.asText()));
            String name =
                    String.format(Locale.ROOT, "%s %.4f MHz", node.path("kind").asText("artefact"), frequencyHz / 1e6);
            artefacts.add(new Artefact(name, frequencyHz, List.copyOf(verdicts)));
        }
        return artefacts;
    }

    private static List<ExpectedIncident> incidents(JsonNode list) {
        List<ExpectedIncident> incidents = new ArrayList<>();
        for (JsonNode node : list) {
            incidents.add(new ExpectedIncident(
                    node.path("kind").asText(),
                    node.path("station").asText(),
                    node.path("frequency_hz").asDouble(Double.NaN),
                    node.path("opened_s").asDouble(),
                    node.path("presences").size(),
                    node.path("required").asBoolean(true)));
        }
        return incidents;
    }

    private static List<double[]> spans(JsonNode onAir) {
        if (onAir.isMissingNode()) {
            return List.of(new double[] {0.0, Double.POSITIVE_INFINITY});
        }
        if (onAir.size() == 2 && onAir.path(0).isNumber()) {
            return List.of(new double[] {onAir.path(0).asDouble(), onAir.path(1).asDouble()});
        }
        List<double[]> spans = new ArrayList<>();
        for (JsonNode span : onAir) {
            spans.add(new double[] {span.path(0).asDouble(), span.path(1).asDouble()});
        }
        return spans;
    }

    private static String name(JsonNode node, double frequencyHz) {
        String megahertz = String.format(Locale.ROOT, "%.4f MHz", frequencyHz / 1e6);
        String own = node.path("id").asText(node.path("ps").asText(""));
        return own.isEmpty() ? megahertz : own + " " + megahertz;
    }
}
