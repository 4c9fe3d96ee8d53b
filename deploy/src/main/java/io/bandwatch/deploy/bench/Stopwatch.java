package io.bandwatch.deploy.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Times work on this thread by its own processor clock, several times over. */
final class Stopwatch {
    private static final int WARM_UP = 3;
    private static final int PASSES = 7;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Work over a number of samples. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param median samples a second of processor time, median of the passes, millions
     * @param lowest of the slowest pass
     * @param highest of the fastest pass
     * @param bytesPerPass bytes allocated in one pass, smallest of the passes
     */
    record Rate(double median, double lowest, double highest, long bytesPerPass) {}

    Rate time(long samples, Work work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        double[] rates = new double[PASSES];
        long bytes = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < PASSES; i++) {
            long bytesBefore = threads.getThreadAllocatedBytes(thread);
            long cpuBefore = threads.getCurrentThreadCpuTime();
            work.run();
            rates[i] = samples * 1e3 / (threads.getCurrentThreadCpuTime() - cpuBefore);
            bytes = Math.min(bytes, threads.getThreadAllocatedBytes(thread) - bytesBefore);
        }
        Arrays.sort(rates);
        return new Rate(rates[PASSES / 2], rates[0], rates[PASSES - 1], bytes);
    }
}
