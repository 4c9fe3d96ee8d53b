package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.Subject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes one line of JSON at a time; unknown numbers are left out. Not thread-safe. */
public final class JsonLine {
    private final JsonFactory factory = new JsonFactory();

    /** What stands in a line. */
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The object with its line end, UTF-8. */
    public byte[] of(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** The members that name a feed, and its carrier or service. */
    public static void subject(JsonGenerator json, Subject subject) throws IOException {
        json.writeStringField("feed", subject.feed());
        if (subject.channelHz() != 0) {
            json.writeNumberField("channel_hz", subject.channelHz());
        }
        if (subject.slot() > 0) {
            json.writeNumberField("slot", subject.slot());
        }
        if (subject.isService()) {
            json.writeNumberField("service_id", subject.serviceId());
        }
    }

    /** RFC 3339, UTC. */
    public static void time(JsonGenerator json, String name, Instant time) throws IOException {
        json.writeStringField(name, time.toString());
    }

    /** A number rounded half up to {@code decimals}, without trailing zeros; left out if it is not finite. */
    public static void number(JsonGenerator json, String name, double value, int decimals) throws IOException {
        if (Double.isFinite(value)) {
            json.writeFieldName(name);
            rounded(json, BigDecimal.valueOf(value), decimals);
        }
    }

    public static void seconds(JsonGenerator json, String name, long durationNs) throws IOException {
        json.writeFieldName(name);
        rounded(json, BigDecimal.valueOf(durationNs, 9), 9);
    }

    private static void rounded(JsonGenerator json, BigDecimal value, int decimals) throws IOException {
        BigDecimal plain = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        json.writeNumber(plain.toPlainString());
    }
}
