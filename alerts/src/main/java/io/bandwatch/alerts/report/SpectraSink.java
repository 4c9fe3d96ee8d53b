package io.bandwatch.alerts.report;

import io.bandwatch.alerts.report.file.CountedFile;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.LineFileSink;
import io.bandwatch.alerts.report.file.LineFileWriter;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the pictures of each feed to a side file, one line each, from which pages are drawn. Parallelism 1. */
public final class SpectraSink extends LineFileSink<SpectrumSummary> {
    private static final long serialVersionUID = 1L;

    public SpectraSink(Path path) {
        super(path);
    }

    @Override
    protected LineFileWriter<SpectrumSummary> writer(Path file, FileState state, Closeable guard) throws IOException {
        return new LineFileWriter<>(
                new CountedFile(file, state.length()), new SpectraFormat(), state.finished(), guard);
    }
}
