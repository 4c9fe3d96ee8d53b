package io.bandwatch.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicLong nowNs = new AtomicLong();

    @Test
    void showsNothingOfARunThatEndsQuickly() {
        ProgressReporter reporter = reporter(ProgressDisplay.LINES);
        add(reporter, () -> 50.0);
        nowNs.set(Duration.ofMillis(1999).toNanos());

        reporter.report();
        reporter.close();

        assertThat(shown()).isEmpty();
    }

    @Test
    void tellsHowFarTheSourcesAreOnAverageAndHowLongItWillTake() {
        ProgressReporter reporter = reporter(ProgressDisplay.LINES);
        add(reporter, () -> 20.0);
        add(reporter, () -> 30);
        nowNs.set(Duration.ofSeconds(30).toNanos());

        reporter.report();

        assertThat(shown()).isEqualTo("bandwatch: 25 % after 00:30, about 01:30 left" + System.lineSeparator());
    }

    @Test
    void countsASourceThatIsGoneAsDone() {
        ProgressReporter reporter = reporter(ProgressDisplay.LINES);
        Gauge<Double> gone = add(reporter, () -> 10.0);
        add(reporter, () -> 0.0);
        reporter.notifyOfRemovedMetric(gone, ProgressReporter.GAUGE, new UnregisteredMetricsGroup());
        nowNs.set(Duration.ofSeconds(10).toNanos());

        reporter.report();

        assertThat(shown()).startsWith("bandwatch: 50 % after 00:10");
    }

    @Test
    void drawsOneLineOverAgainOnATerminalAndClearsItAtTheEnd() {
        ProgressReporter reporter = reporter(ProgressDisplay.BAR);
        add(reporter, () -> 50.0);
        nowNs.set(Duration.ofSeconds(4).toNanos());

        reporter.report();
        reporter.close();

        assertThat(shown())
                .startsWith("\r\u001b[K[" + "#".repeat(15) + ".".repeat(15) + "]")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void passesOverOtherGauges() {
        ProgressReporter reporter = reporter(ProgressDisplay.LINES);
        Gauge<Double> other = () -> 50.0;
        reporter.notifyOfAddedMetric(other, "currentEmitEventTimeLag", new UnregisteredMetricsGroup());
        nowNs.set(Duration.ofSeconds(4).toNanos());

        reporter.report();

        assertThat(shown()).isEmpty();
    }

    private ProgressReporter reporter(ProgressDisplay display) {
        return new ProgressReporter(display, QUIET, new PrintStream(screen, true, StandardCharsets.UTF_8), nowNs::get);
    }

    private static <T> Gauge<T> add(ProgressReporter reporter, Gauge<T> gauge) {
        reporter.notifyOfAddedMetric(gauge, ProgressReporter.GAUGE, new UnregisteredMetricsGroup());
        return gauge;
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
