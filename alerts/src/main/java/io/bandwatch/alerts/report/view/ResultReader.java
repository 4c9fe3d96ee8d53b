package io.bandwatch.alerts.report.view;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a result line by line; what is kept is bounded by the number of carriers and incidents. */
public final class ResultReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MS_PER_S = 1000;

    private final List<StreamRow> streams = new ArrayList<>();
    private final List<ServiceRow> services = new ArrayList<>();
    private final List<ProgrammeRow> programmes = new ArrayList<>();
    private final List<CarrierRow> carriers = new ArrayList<>();
    private final List<IncidentRow> incidents = new ArrayList<>();
    private @Nullable SummaryRow summary;

    private ResultReader() {}

    /**
     * Reads a whole result.
     *
     * @throws IOException if the file cannot be read or is no whole result; the message names file and line
     */
    public static Result read(Path file) throws IOException {
        ResultReader reader = new ResultReader();
        int lineNumber = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNumber++;
                reader.take(JSON.readTree(line));
            }
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new IOException(
                    file + ", line " + lineNumber + ": no record of a result (" + firstLine(malformed) + ")",
                    malformed);
        }
        if (reader.summary == null) {
            throw new IOException(file + " has no summary: the run that wrote it did not end");
        }
        return new Result(
                List.copyOf(reader.streams),
                List.copyOf(reader.services),
                List.copyOf(reader.programmes),
                List.copyOf(reader.carriers),
                List.copyOf(reader.incidents),
                reader.summary);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private void take(JsonNode line) {
        if (line.path("interval").asBoolean()) {
            return;
        }
        switch (text(line, "type")) {
            case "carrier" -> carriers.add(carrier(line));
            case "ts" -> streams.add(stream(line));
            case "service" -> services.add(service(line));
            case "programme" -> programmes.add(programme(line));
            case "incident" -> incidents.add(incident(line));
            case "summary" -> summary = summary(line);
            default -> {
                // records of other kinds may be added; they are no business of ours
            }
        }
    }

    /** A transport stream's record. */
    public static StreamRow stream(JsonNode line) {
        Map<String, Long> indicators = new LinkedHashMap<>();
        line.path("tr101290")
                .properties()
                .forEach(
                        count -> indicators.put(count.getKey(), count.getValue().asLong()));
        return new StreamRow(
                text(line, "feed"),
                line.has("time") ? end(line) : "",
                number(line, "unheard_s"),
                line.path("packets").asLong(),
                number(line, "bitrate_bps"),
                line.path("transport_errors").asLong(),
                line.path("continuity_errors").asLong(),
                line.path("crc_errors").asLong(),
                line.path("scrambled_packets").asLong(),
                Collections.unmodifiableMap(indicators));
    }

    /** A service's record. */
    public static ServiceRow service(JsonNode line) {
        List<String> components = new ArrayList<>();
        for (JsonNode component : line.path("components")) {
            String codec = component.path("codec").asText();
            components.add(codec.equals("other") ? component.path("role").asText() : codec);
        }
        return new ServiceRow(
                text(line, "feed"),
                line.path("service_id").asInt(),
                line.path("name").asText(""),
                line.path("provider").asText(""),
                List.copyOf(components),
                line.path("scrambled").asBoolean(),
                number(line, "bitrate_bps"),
                text(line, "verdict"),
                reasons(line.path("reasons")));
    }

    /** The record of pictures and sound of a service. */
    public static ProgrammeRow programme(JsonNode line) {
        JsonNode picture = line.path("picture");
        double rateHz = number(picture, "picture_rate_hz");
        String size = picture.has("width")
                ? picture.path("width").asInt() + "x" + picture.path("height").asInt()
                        + (Double.isNaN(rateHz) ? "" : " " + Figures.rate(rateHz))
                : "";
        List<ProgrammeRow.Track> tracks = new ArrayList<>();
        for (JsonNode track : line.path("sound")) {
            tracks.add(new ProgrammeRow.Track(
                    track.path("language").asText(""), number(track, "loudness_lufs"), number(track, "silence_share")));
        }
        return new ProgrammeRow(
                text(line, "feed"),
                line.path("service_id").asInt(),
                number(line, "duration_s"),
                size,
                number(picture, "black_share"),
                number(picture, "still_share"),
                picture.path("pictures_missing").asLong(),
                List.copyOf(tracks));
    }

    /** A carrier's record. */
    public static CarrierRow carrier(JsonNode line) {
        return new CarrierRow(
                text(line, "feed"),
                line.path("channel_hz").asLong(),
                line.path("slot").asInt(),
                number(line, "frequency_hz"),
                number(line, "level_dbfs"),
                number(line, "snr_db"),
                number(line, "occupied_bandwidth_hz"),
                number(line, "presence"),
                text(line, "verdict"),
                number(line, "confidence"),
                line.hasNonNull("station") ? line.get("station").asText() : null,
                heard(line),
                reasons(line.path("reasons")),
                ScheduleReader.schedule(line));
    }

    private static @Nullable String heard(JsonNode line) {
        String pi = line.path("pi").asText("");
        String name = line.path("ps").asText("");
        if (pi.isEmpty()) {
            return name.isEmpty() ? null : name;
        }
        return name.isEmpty() ? pi : name + " (" + pi + ')';
    }

    /** A receiver's record. */
    public static ReceiverRow receiver(JsonNode line) {
        long received = line.path("received_samples").asLong();
        long dropped = line.path("dropped_samples").asLong();
        return new ReceiverRow(
                text(line, "feed"),
                end(line),
                number(line, "unheard_s"),
                line.path("openings").asLong(),
                received,
                received == 0 ? 0 : (double) dropped / received,
                number(line, "drift_ppm"),
                number(line, "revisit_s"));
    }

    /** End of what a record tells of, RFC 3339. */
    private static String end(JsonNode line) {
        return Instant.parse(text(line, "time"))
                .plusMillis(Math.round(MS_PER_S * line.path("duration_s").asDouble()))
                .toString();
    }

    /** An incident's record. */
    public static IncidentRow incident(JsonNode line) {
        JsonNode subject = line.path("subject");
        return new IncidentRow(
                text(line, "id"),
                text(line, "kind"),
                text(subject, "feed"),
                subject.path("channel_hz").asLong(),
                subject.path("slot").asInt(),
                subject.path("service_id").asInt(),
                text(line, "severity"),
                text(line, "state"),
                text(line, "opened"),
                line.hasNonNull("closed") ? line.get("closed").asText() : null,
                away(line.path("presences")),
                line.path("presences").size(),
                reasons(line.path("reasons")),
                texts(line.path("evidence")),
                line.path("evidence_missing").asText(line.path("evidence_state").asText()),
                line.has("acknowledged") ? acknowledged(line.get("acknowledged")) : null);
    }

    private static @Nullable String away(JsonNode presences) {
        JsonNode last = presences.path(presences.size() - 1);
        return last.hasNonNull("to") ? last.get("to").asText() : null;
    }

    private static IncidentRow.Acknowledged acknowledged(JsonNode said) {
        return new IncidentRow.Acknowledged(
                text(said, "time"), said.path("who").asText(), said.path("note").asText());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static SummaryRow summary(JsonNode line) {
        Map<String, Long> badInput = new TreeMap<>();
        line.path("bad_input")
                .properties()
                .forEach(kind -> badInput.put(kind.getKey(), kind.getValue().asLong()));
        List<String> registers = Stream.of(line.path("register"), line.path("services_register"))
                .filter(register -> register.hasNonNull("file"))
                .map(register -> register.get("file").asText())
                .toList();
        JsonNode register = line.path("register");
        return new SummaryRow(
                line.path("recordings").asInt(),
                number(line, "duration_s"),
                line.path("carriers").asInt(),
                line.path("services").asInt(),
                line.path("incidents").asInt(),
                badInput,
                line.hasNonNull("site") ? line.get("site").asText() : null,
                registers.isEmpty() ? null : String.join(", ", registers),
                register.hasNonNull("sha256") ? register.get("sha256").asText() : null,
                reasons(line.path("notes")));
    }

    private static List<ReasonRow> reasons(JsonNode list) {
        List<ReasonRow> reasons = new ArrayList<>();
        for (JsonNode reason : list) {
            List<String> arguments = new ArrayList<>();
            reason.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            reasons.add(new ReasonRow(text(reason, "code"), text(reason, "text"), List.copyOf(arguments)));
        }
        return List.copyOf(reasons);
    }

    private static double number(JsonNode line, String name) {
        return line.path(name).asDouble(Double.NaN);
    }

    private static String text(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no \"" + name + '"');
        }
        return value.textValue();
    }
}
