package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.page.EvidencePictures;
import io.bandwatch.alerts.report.page.SpectraReader;
import io.bandwatch.alerts.report.view.Result;
import io.bandwatch.alerts.report.view.ResultReader;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished analysis, as a console shows it. What it holds is bounded by the number of carriers, services and incidents.
 *
 * @param name what people call it; different for each
 * @param records its records as they were written, without those of intervals and of splices
 * @param result the same, read
 * @param spectra spectrum of each feed of a band
 * @param evidence evidence that was cut for it, or null
 */
public record Analysis(
        String name,
        List<JsonNode> records,
        Result result,
        List<SpectrumSummary> spectra,
        @Nullable EvidencePictures evidence) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Analysis {
        records = List.copyOf(records);
        spectra = List.copyOf(spectra);
    }

    /**
     * Reads the files of an analysis.
     *
     * @param result JSON Lines
     * @param spectra side file of spectra
     * @throws IOException if a file cannot be read, or is none of a whole result
     */
    public static Analysis read(String name, Path result, Path spectra, @Nullable EvidencePictures evidence)
            throws IOException {
        Result read = ResultReader.read(result);
        List<JsonNode> records = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(result, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode found = JSON.readTree(line);
                boolean passing = found.path("interval").asBoolean()
                        || found.path("type").asText().equals("splice");
                if (!passing) {
                    records.add(found);
                }
            }
        }
        return new Analysis(name, records, read, SpectraReader.read(spectra), evidence);
    }
}
