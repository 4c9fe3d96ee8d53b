package io.bandwatch.deploy.installing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs that know the formats say of the files of an installation; each test needs its program. */
class CheckedByOthersTest {
    private static final Path DEPLOY = Repository.ROOT.resolve("deploy");

    /** Long lines are wanted; braces and comments are written as everywhere here. */
    private static final String RULES = "{extends: default, rules: {line-length: disable, document-start: disable,"
            + " braces: disable, comments: disable, truthy: disable}}";

    @TempDir
    Path folder;

    private Path environment;

    @BeforeEach
    void fillIn() throws IOException {
        String example = Repository.text("deploy/docker/env.example");
        environment = Files.writeString(folder.resolve("env"), example.replaceAll("(?m)=$", "=long-enough-1"));
    }

    @Test
    void composeFilesFitTheSchemaOfCompose() throws Exception {
        Path compose = older("compose.yaml");
        Path cluster = older("cluster.yaml");

        assertThat(composed(compose)).isEmpty();
        assertThat(composed(compose, cluster)).isEmpty();
    }

    @Test
    void aComposeFileWithAWrongWordIsRefused() throws Exception {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(older("compose.yaml")).replace("ports:", "prots:"));

        assertThat(composed(wrong)).contains("prots");
    }

    @Test
    void yamlIsClean() throws Exception {
        List<String> command = new ArrayList<>(List.of("yamllint", "--format", "parsable", "-d", RULES));
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.startsWith(DEPLOY.resolve("target"))
                            && !file.startsWith(DEPLOY.resolve("src")))
                    .map(Path::toString)
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(7);

        assertThat(said(command)).isEmpty();
    }

    /** The program that the unit starts is not installed here, so another stands in its place. */
    @Test
    void theUnitIsOneOfSystemd() throws Exception {
        String unit = Repository.text("deploy/systemd/bandwatch.service");
        Path standIn = folder.resolve("bandwatch.service");
        Files.writeString(standIn, unit.replace("/opt/bandwatch/bandwatch", "/bin/true"));
        assertThat(said(List.of("systemd-analyze", "verify", standIn.toString())))
                .isEmpty();

        Files.writeString(standIn, unit.replace("ExecStart=", "ExecBegin="));
        assertThat(said(List.of("systemd-analyze", "verify", standIn.toString())))
                .contains("ExecBegin");
    }

    /** Without what the compose of Debian 12 (1.29) does not know yet: a project's name, and that a folder must be there. */
    private Path older(String name) throws IOException {
        String text = Repository.text("deploy/docker/" + name)
                .replaceAll("(?m)^name: .*$", "")
                .replaceAll("(?m)^ +bind:\n +create_host_path: false\n", "");
        return Files.writeString(folder.resolve(name), text);
    }

    private String composed(Path... files) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker-compose", "--env-file", environment.toString()));
        for (Path file : files) {
            command.addAll(List.of("-f", file.toString()));
        }
        command.addAll(List.of("config", "-q"));
        return said(command);
    }

    /** Nothing where the program has nothing to say. */
    private String said(List<String> command) throws Exception {
        String program = command.get(0);
        boolean there = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
        assumeTrue(there, () -> "no " + program + "; apt-get install " + program + " brings it");
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return run.waitFor() == 0 ? said : said + "exit " + run.exitValue();
    }
}
