package io.bandwatch.ingest.flink.reader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the feeds of one reader have been read; written by the fetcher, read by whoever shows it. */
final class Progress {
    private final Map<String, Double> shares = new ConcurrentHashMap<>();

    void report(String feed, double share) {
        shares.put(feed, share);
    }

    /** Mean over the feeds, percent. */
    double percent() {
        return 100
                * shares.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }
}
