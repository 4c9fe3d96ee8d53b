package io.bandwatch.deploy.cluster;

import java.time.Duration;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Found by Flink through its service file. */
public final class ProgressReporterFactory implements MetricReporterFactory {
    static final String DISPLAY = "display";

    private static final Duration QUIET = Duration.ofSeconds(2);

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        ProgressDisplay display = ProgressDisplay.valueOf(properties.getProperty(DISPLAY));
        return new ProgressReporter(display, QUIET, System.err, System::nanoTime);
    }
}
