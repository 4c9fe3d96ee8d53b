package io.bandwatch.deploy.cli.acceptance.fuzz;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the fuzz tests of {@code dsp} by Maven, as a developer would, each as a process of its own. */
final class FuzzSearch {
    private final Path root;
    private final Path logs;

    /**
     * Searches of a checkout.
     *
     * @param root folder of the checkout
     */
    FuzzSearch(Path root) throws IOException {
        this.root = root;
        logs = Files.createDirectories(root.resolve(".bandwatch/fuzz"));
    }

    /** Compiles the tests; the searches then share them. */
    void prepare() throws IOException, InterruptedException {
        Path log = logs.resolve("compile.log");
        int exit = maven(log, "test-compile").start().waitFor();
        if (exit != 0) {
            throw new CheckImpossibleException("the fuzz tests do not compile; the log is in " + log);
        }
    }

    /** Searches for the time that the test says. */
    FuzzLog search(FuzzTarget target) throws IOException, InterruptedException {
        Path log = log(target);
        ProcessBuilder maven = maven(
                log,
                "surefire:test",
                "-Dtest=" + target.test(),
                // coverage is seen in instrumented classes alone
                "-Djazzer.hooks=true");
        maven.environment().put("JAZZER_FUZZ", "1");
        int exit = maven.start().waitFor();
        // names of inputs may be in the log as they are
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            FuzzLog told = FuzzLog.of(lines);
            boolean silent = exit != 0 && told.findings() == 0 && told.ended();
            return silent
                    ? new FuzzLog(told.executions(), told.seconds(), told.coverage(), told.corpus(), 0, false)
                    : told;
        }
    }

    /** What a search wrote. */
    Path log(FuzzTarget target) {
        return logs.resolve(target.name() + ".log");
    }

    private ProcessBuilder maven(Path log, String... goals) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-pl", "dsp"));
        command.addAll(List.of(goals));
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven;
    }
}
