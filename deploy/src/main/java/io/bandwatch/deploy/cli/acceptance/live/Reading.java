package io.bandwatch.deploy.cli.acceptance.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the process of the service held at a moment.
 *
 * @param minutes since the feeds were all there
 * @param heapBytes reached objects, after a collection
 * @param threads of the process
 * @param handles open files, pipes and sockets
 * @param residentKb memory that is really there, KB
 * @param latestMs by how much the samples of a receiver were late at worst since the reading before, ms
 * @param droppedSamples that it had no time for so far
 */
record Reading(
        double minutes,
        long heapBytes,
        long threads,
        long handles,
        long residentKb,
        double latestMs,
        long droppedSamples) {
    static final double MIB = 1024.0 * 1024;
    private static final double KIB_PER_MIB = 1024;

    double heapMib() {
        return heapBytes / MIB;
    }

    ObjectNode figures() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("minutes", rounded(minutes, 100))
                .put("heap_mib", rounded(heapMib(), 100))
                .put("threads", threads)
                .put("handles", handles)
                .put("resident_mib", rounded(residentKb / KIB_PER_MIB, 10))
                .put("latest_ms", rounded(latestMs, 10))
                .put("dropped_samples", droppedSamples);
    }

    static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
