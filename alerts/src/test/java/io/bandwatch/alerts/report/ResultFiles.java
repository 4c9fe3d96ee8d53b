package io.bandwatch.alerts.report;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.CountedFile;
import io.bandwatch.alerts.report.file.LineFileWriter;
import io.bandwatch.alerts.report.file.LineFormat;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes results as the sinks do, for tests of what reads them. */
public final class ResultFiles {
    private ResultFiles() {}

    public static Path write(Path file, SummarySeed seed, List<ResultRecord> records) throws IOException {
        return write(file, new ResultFormat(seed, new byte[0]), records);
    }

    public static Path writeSpectra(Path file, List<SpectrumSummary> spectra) throws IOException {
        return write(file, new SpectraFormat(), spectra);
    }

    private static <T> Path write(Path file, LineFormat<T> format, List<T> values) throws IOException {
        try (LineFileWriter<T> writer = new LineFileWriter<>(new CountedFile(file, 0), format, false)) {
            for (T value : values) {
                writer.write(value, new NoContext());
            }
            writer.flush(true);
        }
        return file;
    }
}
