package io.bandwatch.deploy.cli.acceptance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of {@code samples/reference}, which use GNU Radio and gr-rds, each as a process of its own. */
final class ReferenceTools {
    /** Debian's, which sees Debian's GNU Radio; another Python on the path does not. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final long MOST_S = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path scripts;
    private final Path scratch;

    private ReferenceTools(Path scripts, Path scratch) {
        this.scripts = scripts;
        this.scratch = scratch;
    }

    /**
     * The tools of a checkout.
     *
     * @throws CheckImpossibleException if GNU Radio or gr-rds is not installed
     */
    static ReferenceTools of(Path root, Path scratch) throws IOException, InterruptedException {
        ReferenceTools tools = new ReferenceTools(root.resolve("samples/reference"), scratch);
        if (!Files.isExecutable(Path.of(PYTHON))
                || tools.exitOf(List.of(PYTHON, "-c", "import pmt, rds, numpy, gnuradio.analog")) != 0) {
            throw new CheckImpossibleException("no GNU Radio with gr-rds; install them with"
                    + " apt-get install -y --no-install-recommends gnuradio gr-rds python3-numpy");
        }
        return tools;
    }

    /** Runs a script that answers with a line of JSON. */
    JsonNode ask(String script, List<String> arguments) throws IOException, InterruptedException {
        String answer = run(script, arguments);
        return JSON.readTree(answer.substring(answer.lastIndexOf('\n', answer.length() - 2) + 1));
    }

    /** Runs a script; what it wrote to standard output. */
    String run(String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(PYTHON, scripts.resolve(script).toString()));
        command.addAll(arguments);
        int exit = exitOf(command);
        if (exit != 0) {
            throw new IOException(script + " ended with " + exit + ": "
                    + Files.readString(scratch.resolve("tool.err"), StandardCharsets.UTF_8));
        }
        return Files.readString(scratch.resolve("tool.out"), StandardCharsets.UTF_8);
    }

    private int exitOf(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(scratch.resolve("tool.out").toFile())
                .redirectError(scratch.resolve("tool.err").toFile())
                .start();
        if (!process.waitFor(MOST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(1) + " did not end within " + MOST_S + " s");
        }
        return process.exitValue();
    }
}
