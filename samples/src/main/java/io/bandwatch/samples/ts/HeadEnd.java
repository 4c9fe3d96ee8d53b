package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.PacketBytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds to a stream what encoders leave out: tables of the network, of events and of the time take the places of null
 * packets. Not thread-safe; one instance per stream.
 */
public final class HeadEnd {
    public static final int TRANSPORT_STREAM_ID = SampleTables.TRANSPORT_STREAM_ID;
    public static final int NETWORK_ID = SampleTables.NETWORK_ID;

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long FIRST_NS = 20_000_000;

    private final Map<Integer, int[]> counters = new HashMap<>();
    private final List<PacketSource> sources;

    /** @param serviceIds services of the stream */
    public HeadEnd(List<Integer> serviceIds) {
        List<SampleService> services =
                serviceIds.stream().map(id -> new SampleService(id, "", 0)).toList();
        SampleTables tables = new SampleTables(services, START);
        sources = new ServiceInformation(services, tables, this::counter, FIRST_NS).sources();
    }

    /**
     * Writes a packet of a table that is due in the place of a null packet, or leaves that.
     *
     * @param nowNs stream time of it
     */
    public void fill(byte[] stream, int offset, long nowNs) {
        for (PacketSource source : sources) {
            if (source.dueNs() <= nowNs) {
                source.write(stream, offset, nowNs);
                return;
            }
        }
    }

    /** What a PID had and what was added to it share a counter. */
    public static void renumber(byte[] stream, int pid) {
        int counter = 0;
        for (int offset = 0; offset + PacketBytes.LENGTH <= stream.length; offset += PacketBytes.LENGTH) {
            if (PacketBytes.pid(stream, offset) == pid) {
                PacketBytes.counter(stream, offset, counter++);
            }
        }
    }

    private int[] counter(int pid) {
        return counters.computeIfAbsent(pid, key -> new int[1]);
    }
}
