package io.bandwatch.ingest.inspect.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.SampleFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads SigMF metadata (SigMF specification 1.x): data type, rate, and the one capture. */
public final class SigmfMeta {
    private SigmfMeta() {}

    /**
     * What the metadata say.
     *
     * @param json the metadata
     * @param dataOffset first byte of the data file in the unpacked bytes
     * @param dataBytes length of the data file, or {@link IqLayout#TO_THE_END}
     */
    public static IqFacts read(String json, long dataOffset, long dataBytes) throws Defect {
        JsonNode root = parse(json);
        JsonNode global = root.path("global");
        JsonNode channels = global.path("core:num_channels");
        if (channels.isNumber() && channels.asInt() != 1) {
            throw new Defect(
                    "unknown-format",
                    "the SigMF metadata name " + channels.asInt()
                            + " channels in one file; split them into one recording each");
        }
        JsonNode capture = root.path("captures").path(0);
        Double centerHz = number(capture, "core:frequency");
        for (JsonNode other : root.path("captures")) {
            Double otherHz = number(other, "core:frequency");
            if (centerHz != null && otherHz != null && !centerHz.equals(otherHz)) {
                throw new Defect(
                        "contradictory-center",
                        "the SigMF captures are tuned to " + centerHz + " Hz and " + otherHz
                                + " Hz; split the recording where it was retuned");
            }
        }
        Double headerBytes = number(capture, "core:header_bytes");
        long header = headerBytes == null ? 0 : headerBytes.longValue();
        if (header < 0 || (dataBytes != IqLayout.TO_THE_END && header > dataBytes)) {
            throw new Defect(
                    "broken-header",
                    "the SigMF core:header_bytes is " + header + ", which lies outside the data; correct it");
        }
        return new IqFacts(
                "the SigMF metadata",
                format(global),
                number(global, "core:sample_rate"),
                centerHz,
                start(capture),
                dataOffset + header,
                dataBytes == IqLayout.TO_THE_END ? dataBytes : dataBytes - header);
    }

    private static JsonNode parse(String json) throws Defect {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.path("global").isObject()) {
                return root;
            }
        } catch (JsonProcessingException broken) {
            throw new Defect(
                    "broken-header",
                    "the SigMF metadata are no JSON (line "
                            + broken.getLocation().getLineNr() + "); copy the whole .sigmf-meta file");
        }
        throw new Defect("broken-header", "the SigMF metadata have no \"global\" object; is this a .sigmf-meta file?");
    }

    private static SampleFormat format(JsonNode global) throws Defect {
        String datatype = global.path("core:datatype").asText();
        return switch (datatype) {
            case "cu8" -> SampleFormat.CU8;
            case "ci8" -> SampleFormat.CS8;
            case "ci16_le" -> SampleFormat.CS16;
            case "cf32_le" -> SampleFormat.CF32;
            default ->
                throw new Defect(
                        "unknown-format",
                        "the SigMF core:datatype '" + datatype
                                + "' is not read; convert to cu8, ci8, ci16_le or cf32_le");
        };
    }

    private static @Nullable Double number(JsonNode parent, String key) throws Defect {
        JsonNode value = parent.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new Defect("broken-header", "the SigMF " + key + " is " + value + "; write a number");
        }
        return value.asDouble();
    }

    private static @Nullable Instant start(JsonNode capture) throws Defect {
        JsonNode text = capture.path("core:datetime");
        if (text.isMissingNode()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.asText()).toInstant();
        } catch (DateTimeException broken) {
            throw new Defect(
                    "broken-header",
                    "the SigMF core:datetime '" + text.asText() + "' is no time; write it like 2026-03-14T14:30:00Z");
        }
    }
}
