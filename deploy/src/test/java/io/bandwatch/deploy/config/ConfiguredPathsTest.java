package io.bandwatch.deploy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.ingest.live.address.FileAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration names lies beside it. */
class ConfiguredPathsTest {
    @TempDir
    private Path folder;

    @Test
    void namesWhereTheTokenOfTheOperatorLies() throws IOException {
        String sites = "\nsites: [{name: a, probes: [{name: x, address: 'srt://h:1'}]}]";

        assertThat(read("console: {port: 0, token-file: operator}" + sites).console())
                .isEqualTo(new ConsoleConfig(
                        0, SecretSource.ofFile(folder.resolve("operator").toString())));
        assertThat(read("console: {token-env: OPERATOR}" + sites).console())
                .isEqualTo(new ConsoleConfig(8780, SecretSource.ofVariable("OPERATOR")));
        assertThatThrownBy(() -> read("console: {token: abc}" + sites))
                .hasMessageContaining("monitor.yaml:1:18: console.token: is an unknown key");
        assertThatThrownBy(() -> read("console: {token-env: A, token-file: b}" + sites))
                .hasMessageContaining("in the environment or in a file; name one");
    }

    @Test
    void filesThatArePlayedLieBesideTheConfiguration() throws IOException {
        MonitorConfig config = read(
                """
                sites:
                  - name: hill
                    receivers:
                      - {name: beside, address: "file:night/a.cu8?loop=yes", sample-format: cu8, rate: 2.4 MS/s, center: 98 MHz}
                      - {name: elsewhere, address: "file:///var/a.cu8", sample-format: cu8, rate: 2.4 MS/s, center: 98 MHz}
                    probes:
                      - {name: mux, address: "file:mux.ts?pace=fast"}
                """);

        assertThat(config.feeds())
                .extracting(feed -> feed.parsed())
                .containsExactly(
                        new FileAddress(folder.resolve("night/a.cu8").toString(), true, true),
                        new FileAddress("/var/a.cu8", true, false),
                        new FileAddress(folder.resolve("mux.ts").toString(), false, false));
    }

    private MonitorConfig read(String yaml) throws IOException {
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(file, yaml);
        return ConfigFile.read(file);
    }
}
