package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of services is known by its header, and every problem of it is told with its line. */
class LicencesCheckTest {
    private static final String HEADER = "original_network_id,transport_stream_id,service_id,name\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit before each test
    private Path folder;

    private Replay check(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("register.csv"), csv);
        return Replay.of("licences", "check", file.toString());
    }

    @Test
    void acceptsARegisterOfServices() throws IOException {
        Replay checked = check("\uFEFF" + HEADER + "0x3001,0x0301,1,City News\n,,,Village Channel\n");

        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).contains("2 entries, no problem");
    }

    @Test
    void tellsEveryProblemOfARegisterOfServicesWithItsLine() throws IOException {
        Replay checked = check(
                HEADER + "0x3001,0x0301,1,City News\n,,70000,Too high\nten,,5,No number\n0x3001,0x0301,1,Again\n");

        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err())
                .contains("register.csv:3: ", "register.csv:4: ", "register.csv:5: ")
                .doesNotContain("frequency_mhz");
    }

    @Test
    void stillKnowsARegisterOfStations() throws IOException {
        Replay checked = check("id,name,frequency_mhz,class\nCITY971,City,97.1,broadcast\n");

        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).contains("1 entries, no problem");
    }
}
