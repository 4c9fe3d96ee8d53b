package io.bandwatch.deploy.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

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
        if (earlier != null && !Files.isReadable(earlier)) {
            throw new UnusableInputException(
                    List.of(earlier + ": cannot be read; name an earlier JSON Lines result with --compare"));
        }
    }

    ReplayOutcome tell(ResultFiles files, double wallSeconds) throws IOException {
        if (wanted.format() == ResultFormat.JSONL) {
            if (wanted.output() != null) {
                Files.copy(files.result(), wanted.output(), StandardCopyOption.REPLACE_EXISTING);
            } else {
                try (var lines = Files.lines(files.result(), StandardCharsets.UTF_8)) {
                    lines.forEach(line -> out.print(line + '\n'));
                }
                out.flush();
            }
        }
        err.printf("bandwatch: %.2f s%n", wallSeconds);
        return new ReplayOutcome(null);
    }
}
