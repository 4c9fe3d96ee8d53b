package io.bandwatch.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReproducibleBuildTest {
    private static final Path ROOT = Path.of(System.getProperty("bandwatch.root"));

    @Test
    void jarsCarryTheTimeThatThePomStatesAndNotThatOfTheBuild() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .containsPattern(
                        "<project.build.outputTimestamp>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ</project.build.outputTimestamp>");
    }

    @Test
    void everyPluginIsPinnedInTheRootPom() throws IOException {
        String root = Files.readString(ROOT.resolve("pom.xml"));
        for (String module : List.of("dsp", "ingest", "detectors", "alerts", "samples", "deploy")) {
            String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>")
                    .matcher(pom)
                    .results()
                    .map(match -> match.group(1))
                    .forEach(plugin -> assertThat(root)
                            .containsPattern("<artifactId>" + plugin + "</artifactId>\\s*<version>\\d"));
        }
    }
}
