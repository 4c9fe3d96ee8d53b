package io.bandwatch.deploy.cli.acceptance.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * By how much a process grew in the second half of a run, when classes are loaded, code is compiled and windows are full: the median of the
 * slopes between all pairs of readings, which a few odd ones do not move (P. K. Sen, J. Am. Stat. Assoc. 63, 1968, p. 1379).
 *
 * @param heapMibPerMinute of reached objects
 * @param threadsPerMinute of threads
 * @param handlesPerMinute of open files, pipes and sockets
 */
record Growth(double heapMibPerMinute, double threadsPerMinute, double handlesPerMinute) {
    /**
     * What is under way when a reading falls makes the heap scatter by some MiB, and the slope of fifteen readings by a tenth to two of a
     * MiB a minute; five times that is seen for certain.
     */
    static final double MOST_HEAP_MIB = 1;

    /** One in ten minutes. A leak of one an incident or a checkpoint would be five and more a minute. */
    static final double MOST_COUNT = 0.1;

    /** With fewer, or in a shorter time, the process is still warming up and nothing can be said. */
    private static final int LEAST_READINGS = 10;

    private static final double LEAST_MINUTES = 10;

    static Growth of(List<Reading> readings) {
        List<Reading> half = readings.subList(readings.size() / 2, readings.size());
        return new Growth(slope(half, Reading::heapMib), slope(half, Reading::threads), slope(half, Reading::handles));
    }

    /** Whether a run was long enough to say how a process grows. */
    static boolean canBeTold(List<Reading> readings) {
        return readings.size() >= LEAST_READINGS
                && readings.get(readings.size() - 1).minutes() >= LEAST_MINUTES;
    }

    /** The median slope, a minute; 0 with fewer than two readings. */
    static double slope(List<Reading> readings, ToDoubleFunction<Reading> figure) {
        double[] slopes = IntStream.range(0, readings.size())
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, readings.size())
                        .mapToDouble(j -> (figure.applyAsDouble(readings.get(j))
                                        - figure.applyAsDouble(readings.get(i)))
                                / (readings.get(j).minutes() - readings.get(i).minutes())))
                .toArray();
        if (slopes.length == 0) {
            return 0;
        }
        Arrays.sort(slopes);
        int middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    boolean isNone() {
        return heapMibPerMinute < MOST_HEAP_MIB && threadsPerMinute < MOST_COUNT && handlesPerMinute < MOST_COUNT;
    }

    ObjectNode figures() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("heap_mib_per_minute", Reading.rounded(heapMibPerMinute, 1000))
                .put("heap_bound_mib_per_minute", MOST_HEAP_MIB)
                .put("threads_per_minute", Reading.rounded(threadsPerMinute, 1000))
                .put("handles_per_minute", Reading.rounded(handlesPerMinute, 1000))
                .put("count_bound_per_minute", MOST_COUNT);
    }
}
