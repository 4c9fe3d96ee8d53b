package io.bandwatch.deploy.cli.acceptance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzLogTest {
    private static final String STATUS = "#1529600\tREDUCE cov: 131 ft: 834 corp: 208/154Kb lim: 4096 exec/s: 3972";

    @Test
    void theLastStatusAndTheEndAreTold() {
        FuzzLog log = FuzzLog.of(Stream.of(
                "#2\tINITED cov: 90 ft: 91 corp: 1/1b exec/s: 0 rss: 496Mb",
                STATUS,
                "Done 1534271 runs in 1801 second(s)"));
        assertThat(log).isEqualTo(new FuzzLog(1_534_271, 1801, 131, 208, 0, true));
    }

    @Test
    void anExceptionAndATimeoutAreFindings() {
        FuzzLog log = FuzzLog.of(Stream.of(
                STATUS,
                "== Java Exception: java.lang.ArrayIndexOutOfBoundsException: Index 9 out of bounds for length 9",
                "==23826== ERROR: libFuzzer: timeout after 1200 seconds"));
        assertThat(log.findings()).isEqualTo(2);
        assertThat(log.ended()).isFalse();
    }

    @Test
    void anInputThatTookLongByTheClockIsNoFinding() {
        // on a machine with other work to do, any may; the tests themselves look at the processor time
        FuzzLog log = FuzzLog.of(Stream.of(STATUS, "Slowest unit: 12 s:", "Done 9 runs in 1800 second(s)"));
        assertThat(log.findings()).isZero();
        assertThat(log.ended()).isTrue();
    }

    @Test
    void everySearchedTestIsThere() throws Exception {
        Path tests = Path.of(System.getProperty("bandwatch.root", ".."))
                .resolve("dsp/src/test/java/io/bandwatch/dsp/ts/fuzz");
        for (FuzzTarget target : FuzzTarget.all()) {
            String[] name = target.test().split("#", 2);
            assertThat(Files.readString(tests.resolve(name[0] + ".java"))).contains("void " + name[1] + "(byte[] ");
        }
    }

    @Test
    void aReaderThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> FuzzCheck.whole().only(Selection.of(null, null, "video")))
                .hasMessageContaining("reader, assembly, sections");
    }
}
