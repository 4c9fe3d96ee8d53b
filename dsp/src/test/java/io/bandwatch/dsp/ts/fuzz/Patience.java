package io.bandwatch.dsp.ts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Fails a reader that works for seconds on a few kilobytes. The processor time of the thread counts: on a busy machine any
 * input may take long by the clock.
 */
final class Patience {
    /** A thousand times what the longest inputs need, and enough for the first one, which loads classes. */
    private static final long MOST_NS = 5_000_000_000L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Reads, and looks what it took. */
    void read(Runnable reader) {
        long before = threads.getCurrentThreadCpuTime();
        reader.run();
        assertThat(threads.getCurrentThreadCpuTime() - before)
                .as("ns of processor time for one input")
                .isLessThan(MOST_NS);
    }
}
