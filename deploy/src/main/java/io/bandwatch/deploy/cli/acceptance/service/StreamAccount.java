package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.samples.ts.Multiplex;
import java.util.Map;

/**
 * What became of the packets of a multiplex.
 *
 * @param feed id of the feed
 * @param sent datagrams sent
 * @param stored last values of its time series {@code stream_1s}
 */
public record StreamAccount(String feed, long sent, Map<String, Long> stored) {
    /**
     * Whether every datagram that was sent came or was dropped by the system, and every packet of those that came was measured or dropped
     * by the block.
     */
    public boolean isExact() {
        long bytes = (long) MulticastSender.PER_DATAGRAM * Multiplex.PACKET_BYTES;
        return sent > 0
                && count("datagrams") + count("socket_drops") == sent
                && Multiplex.PACKET_BYTES * count("measured_packets") + count("dropped_bytes")
                        == bytes * count("datagrams");
    }

    /** Packets that were not measured. */
    public long lost() {
        return MulticastSender.PER_DATAGRAM * sent - count("measured_packets");
    }

    private long count(String what) {
        return stored.getOrDefault(what, -1L);
    }

    public ObjectNode figures() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("feed", feed)
                .put("datagrams_sent", sent)
                .put("datagrams_received", count("datagrams"))
                .put("datagrams_dropped_by_system", count("socket_drops"))
                .put("packets_sent", MulticastSender.PER_DATAGRAM * sent)
                .put("packets_measured", count("measured_packets"))
                .put("bytes_dropped", count("dropped_bytes"))
                .put("rtp_lost", count("lost_datagrams"))
                .put("exact", isExact());
    }
}
