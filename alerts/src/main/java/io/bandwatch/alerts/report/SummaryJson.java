package io.bandwatch.alerts.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.json.JsonLine;
import io.bandwatch.detectors.ReasonCode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the last line of a result. Not thread-safe. */
final class SummaryJson {
    private final JsonLine line = new JsonLine();
    private final Messages english = Messages.english();

    byte[] line(SummarySeed seed, KeptResult kept) throws IOException {
        Map<String, Long> badInput = new TreeMap<>(seed.badInput());
        kept.badInput().forEach((kind, count) -> badInput.merge(kind, count, Long::sum));
        return line.of(json -> {
            json.writeStringField("type", "summary");
            json.writeNumberField("recordings", seed.recordings());
            if (seed.site() != null) {
                json.writeStringField("site", seed.site());
            }
            JsonLine.seconds(json, "duration_s", kept.durationNs());
            json.writeNumberField("carriers", kept.carriers());
            json.writeNumberField("services", kept.services());
            json.writeNumberField("incidents", kept.incidents());
            json.writeObjectFieldStart("bad_input");
            for (Map.Entry<String, Long> entry : badInput.entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            register(json, "register", seed.registerFile(), seed.registerSha256());
            register(json, "services_register", seed.servicesFile(), seed.servicesSha256());
            boolean noRegister = (seed.registerFile() == null && (kept.bands() > 0 || kept.streams() == 0))
                    || (seed.servicesFile() == null && kept.streams() > 0);
            notes(json, noRegister, !kept.timeKnown());
        });
    }

    private static void register(JsonGenerator json, String name, @Nullable String file, @Nullable String sha256)
            throws IOException {
        if (file != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("file", file);
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
        }
    }

    private void notes(JsonGenerator json, boolean noRegister, boolean timeUnknown) throws IOException {
        if (!noRegister && !timeUnknown) {
            return;
        }
        json.writeArrayFieldStart("notes");
        if (noRegister) {
            note(json, ReasonCode.NO_REGISTER);
        }
        if (timeUnknown) {
            note(json, ReasonCode.TIME_UNKNOWN);
        }
        json.writeEndArray();
    }

    private void note(JsonGenerator json, ReasonCode code) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", code.code());
        json.writeStringField("text", english.text("reason." + code.code()));
        json.writeEndObject();
    }
}
