package io.bandwatch.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboards against the types of Grafana itself, by its own compiler; where there is npm, and what it fetches. */
class DashboardTypesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("bandwatch.root", "..")).toAbsolutePath();

    @Test
    void everyDashboardIsOfTheTypesOfGrafana() throws Exception {
        assumeTrue(
                isOnPath("npm") && isOnPath("node"), "no node and npm: the types of Grafana are a package of theirs");
        Process check = new ProcessBuilder(ROOT.resolve(".ci/dashboards/run").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = check.waitFor();
        Path compiler = ROOT.resolve(".bandwatch/dashboards/node_modules/typescript");
        assumeTrue(Files.isDirectory(compiler), () -> "npm could not fetch the types of Grafana: " + said);
        assertThat(exit).as(said).isZero();
        assertThat(said).contains("no error");
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
