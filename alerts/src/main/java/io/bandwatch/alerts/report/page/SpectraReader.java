package io.bandwatch.alerts.report.page;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the side file of pictures. */
public final class SpectraReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NS_DIGITS = 9;

    private SpectraReader() {}

    /**
     * All pictures, by feed.
     *
     * @throws IOException if the file cannot be read; the message names file and line
     */
    public static List<SpectrumSummary> read(Path file) throws IOException {
        List<SpectrumSummary> spectra = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                spectra.add(spectrum(JSON.readTree(line)));
            }
        } catch (JacksonException | DateTimeParseException malformed) {
            throw new IOException(file + ", line " + (spectra.size() + 1) + ": no spectrum", malformed);
        }
        spectra.sort(Comparator.comparing(SpectrumSummary::feed));
        return spectra;
    }

    private static SpectrumSummary spectrum(JsonNode line) {
        return new SpectrumSummary(
                line.path("feed").asText(),
                Instant.parse(line.path("time").asText()),
                ns(line.path("duration_s")),
                line.path("time_known").asBoolean(),
                line.path("start_hz").asDouble(),
                line.path("step_hz").asDouble(),
                densities(line.path("mean_dbfs_per_hz")),
                densities(line.path("max_dbfs_per_hz")),
                line.path("row_count").asInt(),
                ns(line.path("row_s")),
                densities(line.path("rows_dbfs_per_hz")));
    }

    private static long ns(JsonNode seconds) {
        return new BigDecimal(seconds.asText("0")).movePointRight(NS_DIGITS).longValue();
    }

    private static float[] densities(JsonNode values) {
        float[] densities = new float[values.size()];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = (float) values.get(i).asDouble(Double.NaN);
        }
        return densities;
    }
}
