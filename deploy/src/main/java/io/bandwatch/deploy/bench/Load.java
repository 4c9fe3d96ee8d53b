package io.bandwatch.deploy.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this process has used so far: time, processor time, memory. Counts from its making on. Thread-safe. */
final class Load {
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .toList();
    private long usedAfterLast;
    private long allocated;
    private long longestPauseMs;
    private long largestHeap;

    /**
     * A moment.
     *
     * @param wallNs clock
     * @param cpuNs processor time of all threads
     * @param allocatedBytes allocated until then
     * @param longestPauseMs of the collector, so far
     * @param largestHeapBytes used at the worst moment so far
     */
    record Moment(long wallNs, long cpuNs, long allocatedBytes, long longestPauseMs, long largestHeapBytes) {}

    Load() {
        usedAfterLast = used();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((told, nothing) -> collected(told), null, null);
        }
    }

    private void collected(Notification told) {
        if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GcInfo info = GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                    .getGcInfo();
            collected(info);
        }
    }

    private synchronized void collected(GcInfo info) {
        long before = heap(info.getMemoryUsageBeforeGc());
        allocated += Math.max(0, before - usedAfterLast);
        usedAfterLast = heap(info.getMemoryUsageAfterGc());
        largestHeap = Math.max(largestHeap, before);
        longestPauseMs = Math.max(longestPauseMs, info.getDuration());
    }

    /** Forgets the worst moments so far, before a measurement begins. */
    synchronized void forgetWorst() {
        longestPauseMs = 0;
        largestHeap = 0;
    }

    synchronized Moment now() {
        long used = used();
        return new Moment(
                System.nanoTime(),
                process.getProcessCpuTime(),
                allocated + Math.max(0, used - usedAfterLast),
                longestPauseMs,
                Math.max(largestHeap, used));
    }

    private long heap(Map<String, MemoryUsage> pools) {
        return heapPools.stream()
                .mapToLong(pool -> Objects.requireNonNull(pools.get(pool)).getUsed())
                .sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
