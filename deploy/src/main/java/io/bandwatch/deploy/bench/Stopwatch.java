package io.bandwatch.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Times work on this thread by its own processor clock, several times over. */
final class Stopwatch {
    private static final int WARM_UP = 3;
    private static final int PASSES = 7;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

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
     * @param bytesPerPass bytes that the calling thread allocated in one pass, smallest of the passes
     */
    record Rate(double median, double lowest, double highest, long bytesPerPass) {}

    /** Work of the calling thread alone, to the microsecond. */
    Rate time(long samples, Work work) throws Exception {
        return time(samples, work, threads::getCurrentThreadCpuTime);
    }

    /** Work that other threads share, to the hundredth of a second: long passes only. */
    Rate timeOfAllThreads(long samples, Work work) throws Exception {
        return time(samples, work, process::getProcessCpuTime);
    }

    private Rate time(long samples, Work work, LongSupplier cpuNs) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        double[] rates = new double[PASSES];
        long bytes = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < PASSES; i++) {
            long bytesBefore = threads.getThreadAllocatedBytes(thread);
            long cpuBefore = cpuNs.getAsLong();
            work.run();
            rates[i] = samples * 1e3 / (cpuNs.getAsLong() - cpuBefore);
            bytes = Math.min(bytes, threads.getThreadAllocatedBytes(thread) - bytesBefore);
        }
        Arrays.sort(rates);
        return new Rate(rates[PASSES / 2], rates[0], rates[PASSES - 1], bytes);
    }
}
