package io.bandwatch.deploy.cluster;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.Scheduled;

/**
 * Shows how much has been read: on a terminal one line that is written over, else a line every five seconds. It is asked
 * once a second, so a run that ends sooner shows nothing.
 */
final class ProgressReporter implements MetricReporter, Scheduled {
    /** The gauge that tells, percent. */
    static final String GAUGE = "progressPercent";

    private static final int BAR_WIDTH = 40;
    private static final int PLAIN_EVERY = 5;

    private final List<Gauge<?>> gauges = new CopyOnWriteArrayList<>();
    private final PrintStream err;
    private final boolean terminal;
    private int asked;
    private boolean shown;

    ProgressReporter(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {
        if (terminal && shown) {
            err.println();
        }
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(GAUGE) && metric instanceof Gauge<?> gauge) {
            gauges.add(gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Gauge<?> gauge) {
            gauges.remove(gauge);
        }
    }

    @Override
    public void report() {
        double percent = gauges.stream()
                .map(Gauge::getValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .average()
                .orElse(Double.NaN);
        if (Double.isNaN(percent)) {
            return;
        }
        asked++;
        if (terminal) {
            int done = (int) Math.round(percent / 100 * BAR_WIDTH);
            err.printf(Locale.ROOT, "\r[%s%s] %3.0f %%", "#".repeat(done), ".".repeat(BAR_WIDTH - done), percent);
            err.flush();
            shown = true;
        } else if (asked % PLAIN_EVERY == 0) {
            err.printf(Locale.ROOT, "bandwatch: %.0f %% read%n", percent);
        }
    }
}
