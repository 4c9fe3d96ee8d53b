package io.bandwatch.alerts.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.alerts.report.file.LineFormat;
import io.bandwatch.alerts.report.json.JsonLine;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.IOException;
import java.util.List;

/** Spectra as lines; densities to 0.1 dB, null where there is none. */
final class SpectraFormat implements LineFormat<SpectrumSummary> {
    private static final int HZ_DECIMALS = 3;

    private final JsonLine line = new JsonLine();

    @Override
    public byte[] accept(SpectrumSummary spectrum, long timestampMs) throws IOException {
        return line.of(json -> {
            json.writeStringField("type", "spectrum");
            json.writeStringField("feed", spectrum.feed());
            JsonLine.time(json, "time", spectrum.time());
            JsonLine.seconds(json, "duration_s", spectrum.durationNs());
            json.writeBooleanField("time_known", spectrum.timeKnown());
            JsonLine.number(json, "start_hz", spectrum.startHz(), HZ_DECIMALS);
            JsonLine.number(json, "step_hz", spectrum.stepHz(), HZ_DECIMALS);
            densities(json, "mean_dbfs_per_hz", spectrum.meanDbfsPerHz());
            densities(json, "max_dbfs_per_hz", spectrum.maxDbfsPerHz());
            json.writeNumberField("row_count", spectrum.rowCount());
            JsonLine.seconds(json, "row_s", spectrum.rowNs());
            densities(json, "rows_dbfs_per_hz", spectrum.rowsDbfsPerHz());
        });
    }

    @Override
    public byte[] upTo(long timestampMs) {
        return new byte[0];
    }

    private static void densities(JsonGenerator json, String name, float[] values) throws IOException {
        json.writeArrayFieldStart(name);
        for (float value : values) {
            if (Float.isFinite(value)) {
                json.writeNumber(Math.round(value * 10.0) / 10.0);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    @Override
    public Iterable<byte[]> end() {
        return List.of();
    }

    @Override
    public byte[] snapshot() {
        return new byte[0];
    }
}
