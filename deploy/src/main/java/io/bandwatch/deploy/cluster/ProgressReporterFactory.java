package io.bandwatch.deploy.cluster;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the progress display that Flink feeds; the launcher says whether people watch a terminal. */
public final class ProgressReporterFactory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new ProgressReporter(System.err, Boolean.getBoolean("bandwatch.terminal"));
    }
}
