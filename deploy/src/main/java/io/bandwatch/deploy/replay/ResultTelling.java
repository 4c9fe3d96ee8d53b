package io.bandwatch.deploy.replay;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.page.EvidencePictures;
import io.bandwatch.alerts.report.page.HtmlReport;
import io.bandwatch.alerts.report.page.SpectraReader;
import io.bandwatch.alerts.report.view.Result;
import io.bandwatch.alerts.report.view.ResultComparison;
import io.bandwatch.alerts.report.view.ResultReader;
import io.bandwatch.alerts.report.view.TableReport;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.evidence.GatheredEvidence;
import io.bandwatch.detectors.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a finished result: as it is, as a table, or as a page. */
final class ResultTelling {
    private final ReplayRequest.Result wanted;
    private final PrintWriter out;
    private final PrintWriter err;

    ResultTelling(ReplayRequest.Result wanted, PrintWriter out, PrintWriter err) {
        this.wanted = wanted;
        this.out = out;
        this.err = err;
    }

    /**
     * Finds out before a long run whether its result can be told.
     *
     * @throws UnusableInputException if the output cannot be written, or what is compared with cannot be read
     */
    void checkTargets() {
        Path output = wanted.output();
        if (output != null) {
            Path folder = output.toAbsolutePath().getParent();
            boolean usable = folder != null
                    && Files.isDirectory(folder)
                    && (Files.exists(output)
                            ? Files.isRegularFile(output) && Files.isWritable(output)
                            : Files.isWritable(folder));
            if (!usable) {
                throw new UnusableInputException(
                        List.of(output + ": cannot be written; name a file in an existing folder with --output"));
            }
        }
        Path earlier = wanted.compare();
        if (earlier != null) {
            earlier(earlier);
        }
    }

    /**
     * Tells the result and how long it took.
     *
     * @param files what the job wrote
     * @param evidence pictures and sound of faults, or null
     * @param wallSeconds time that the job took
     */
    ReplayOutcome tell(ResultFiles files, @Nullable GatheredEvidence evidence, double wallSeconds) throws IOException {
        Result result = ResultReader.read(files.result());
        Messages messages = new Messages(wanted.locale());
        if (wanted.output() == null) {
            write(files, result, messages, evidence, out);
            out.flush();
        } else {
            try (Writer file = Files.newBufferedWriter(wanted.output(), StandardCharsets.UTF_8)) {
                write(files, result, messages, evidence, file);
            }
        }
        compare(result, messages);
        double seconds = result.summary().durationS();
        err.printf(
                Locale.ROOT,
                "bandwatch: %.1f s of recordings in %.1f s, %.1f x real time%n",
                seconds,
                wallSeconds,
                seconds / wallSeconds);
        err.flush();
        return new ReplayOutcome(worst(result));
    }

    private void write(
            ResultFiles files, Result result, Messages messages, @Nullable GatheredEvidence evidence, Writer target)
            throws IOException {
        switch (wanted.format()) {
            case JSONL -> {
                try (Reader lines = Files.newBufferedReader(files.result(), StandardCharsets.UTF_8)) {
                    lines.transferTo(target);
                }
            }
            case TABLE -> target.write(new TableReport(messages).render(result));
            case HTML -> {
                EvidencePictures pictures = evidence == null ? null : evidence.pictures();
                new HtmlReport(messages).write(result, SpectraReader.read(files.spectra()), pictures, target);
            }
        }
    }

    private void compare(Result result, Messages messages) throws IOException {
        if (wanted.compare() != null) {
            Result earlier = earlier(wanted.compare());
            new ResultComparison(messages).lines(earlier, result).forEach(line -> err.println(line));
        }
    }

    private static Result earlier(Path file) {
        try {
            return ResultReader.read(file);
        } catch (IOException unusable) {
            throw new UnusableInputException(
                    unusable.getMessage() + "; name a JSON Lines result with --compare", unusable);
        }
    }

    private static @Nullable Severity worst(Result result) {
        return result.incidents().stream()
                .map(incident -> Severity.valueOf(incident.severity().toUpperCase(Locale.ROOT)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
