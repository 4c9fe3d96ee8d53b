package io.bandwatch.deploy.cluster;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.Scheduled;

/**
 * Prints how far the sources are, by their gauges named {@value #GAUGE}, 0 to 100 each.
 *
 * <p>Several gauges are averaged; one that is gone belongs to a source that is done. Called by Flink: gauges come and go
 * on task threads, {@link #report} on a timer.
 */
final class ProgressReporter implements MetricReporter, Scheduled {
    /** The name a source registers its progress under. */
    static final String GAUGE = "progressPercent";

    private static final double DONE = 100;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final ProgressDisplay display;
    private final long quietNs;
    private final PrintStream screen;
    private final LongSupplier nanoClock;
    private final long startNs;
    private final Map<Gauge<?>, Boolean> runningByGauge = new ConcurrentHashMap<>();

    /**
     * A display that starts now.
     *
     * @param quiet nothing is shown before
     * @param screen where it is shown
     * @param nanoClock elapsed time, as {@link System#nanoTime}
     */
    ProgressReporter(ProgressDisplay display, Duration quiet, PrintStream screen, LongSupplier nanoClock) {
        this.display = display;
        this.quietNs = quiet.toNanos();
        this.screen = screen;
        this.nanoClock = nanoClock;
        this.startNs = nanoClock.getAsLong();
    }

    @Override
    public void open(MetricConfig config) {
        // configured by its constructor
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(GAUGE) && metric instanceof Gauge<?> gauge) {
            runningByGauge.put(gauge, true);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(GAUGE) && metric instanceof Gauge<?> gauge) {
            runningByGauge.replace(gauge, false);
        }
    }

    @Override
    public void report() {
        long elapsedNs = nanoClock.getAsLong() - startNs;
        OptionalDouble percent = percent();
        if (elapsedNs < quietNs || percent.isEmpty()) {
            return;
        }
        ProgressText text = new ProgressText(percent.getAsDouble(), Duration.ofNanos(elapsedNs));
        if (display == ProgressDisplay.BAR) {
            screen.print(CLEAR_LINE + text.asBar());
            screen.flush();
        } else {
            screen.println("bandwatch: " + text.asLine());
        }
    }

    @Override
    public void close() {
        if (display == ProgressDisplay.BAR) {
            screen.print(CLEAR_LINE);
            screen.flush();
        }
    }

    private OptionalDouble percent() {
        return runningByGauge.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() ? valueOf(entry.getKey()) : DONE)
                .average();
    }

    private static double valueOf(Gauge<?> gauge) {
        double percent = gauge.getValue() instanceof Number number ? number.doubleValue() : 0;
        return Math.max(0, Math.min(DONE, percent));
    }
}
