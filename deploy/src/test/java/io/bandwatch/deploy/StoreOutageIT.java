package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.outage.LiveOutageCheck;
import io.bandwatch.deploy.cli.acceptance.outage.StoreOutageCheck;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real store that is stopped in the middle of a run and started again, ten seconds later; the acceptance checks make it
 * five minutes.
 */
class StoreOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /** Other tests take their share of the machine; a service that waits for its store drops nearly all. */
    private static final double DROPPED_BESIDE_OTHER_TESTS = 0.5;

    @TempDir
    Path folder;

    @BeforeEach
    void needsAStore() {
        boolean there = EmbeddedInflux.available().isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("an influxd, which ./bandwatch test fetches").isTrue();
        }
        Assumptions.assumeTrue(there, "no influxd; run ./bandwatch test, which fetches it");
    }

    @Test
    void everyPointIsThereAfterTheStoreWasAway() throws Exception {
        assertHolds(new StoreOutageCheck(OUTAGE, 20));
    }

    @Test
    void theLiveServiceGoesOnMeanwhileAndEverySecondIsThereAfterwards() throws Exception {
        assertHolds(new LiveOutageCheck(OUTAGE, DROPPED_BESIDE_OTHER_TESTS));
    }

    private void assertHolds(AcceptanceCheck check) throws Exception {
        Count count = check.count(new SceneBench(
                folder,
                Path.of(System.getProperty("bandwatch.root", "..")),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
        assertThat(count.holds()).as(count.figures().toString()).isTrue();
    }
}
