package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.live.address.DatagramAddress;
import io.bandwatch.ingest.live.datagram.ListeningSocket;
import io.bandwatch.ingest.live.datagram.RtpHeader;
import io.bandwatch.ingest.live.datagram.RtpOrder;
import io.bandwatch.ingest.live.datagram.SocketDrops;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.LiveTimes;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Datagrams of transport packets, with or without an RTP header. Fetches what waits in the socket every few milliseconds. What
 * the system dropped because it was not fetched in time is counted from its socket table; what was fetched with it is left
 * out, so that nothing lost here is taken for a loss of the sender's.
 */
final class DatagramTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(DatagramTransport.class);

    /** Asked of the system: 1.6 s at 40 Mbit/s. What it grants may be a tenth of it. */
    static final int WANTED_BUFFER_BYTES = 8 << 20;

    /** Longest datagram. */
    private static final int DATAGRAM_BYTES = 1 << 16;

    /** Memory that the system may charge for a datagram of 7 packets; 2304 on most drivers. */
    private static final int CHARGED_BYTES = 4608;

    private static final long POLL_MS = 50;
    private static final long PAUSE_NS = 2_000_000;
    private static final long SECOND_NS = 1_000_000_000;
    private static final int MOST_AT_ONCE = 4096;
    private static final byte SYNC_BYTE = 0x47;

    private final String feed;
    private final DatagramAddress address;
    private final TransportCounts counts;
    private final BlockWriter writer;
    private final RtpOrder order;
    private final RtpHeader header = new RtpHeader();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(DATAGRAM_BYTES);
    private final byte[] datagram = new byte[DATAGRAM_BYTES];
    private long lastNs;
    private long droppedBefore;
    private boolean small;

    DatagramTransport(String feed, DatagramAddress address, TransportCounts counts, BlockWriter writer) {
        this.feed = feed;
        this.address = address;
        this.counts = counts;
        this.writer = writer;
        this.order = new RtpOrder(counts, writer::add);
    }

    @Override
    public @Nullable String receive(BooleanSupplier stopped) throws IOException, InterruptedException {
        try (DatagramChannel channel = ListeningSocket.open(address, WANTED_BUFFER_BYTES);
                Selector selector = Selector.open()) {
            counts.add(Count.OPENINGS, 1);
            writer.beginAnew();
            order.forget();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            SocketDrops drops = SocketDrops.of(channel);
            droppedBefore = drops.now();
            int granted = channel.getOption(StandardSocketOptions.SO_RCVBUF);
            tellBuffer(granted);
            lastNs = System.nanoTime();
            long checkedNs = lastNs;
            while (!stopped.getAsBoolean()) {
                selector.select(POLL_MS);
                selector.selectedKeys().clear();
                int fetched = fetch(channel);
                long nowNs = System.nanoTime();
                order.passed(nowNs);
                boolean mayHaveRunOver = (long) fetched * CHARGED_BYTES >= granted;
                if (mayHaveRunOver || nowNs - checkedNs >= SECOND_NS) {
                    checkedNs = nowNs;
                    check(drops);
                }
                // bytes are the age of their batch; after a silence they are as new as they can be
                writer.stamp(nowNs - lastNs >= LiveTimes.SILENCE_NS ? nowNs : lastNs, nowNs);
                lastNs = fetched > 0 ? nowNs : lastNs;
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        return null;
    }

    private int fetch(DatagramChannel channel) throws IOException {
        int fetched = 0;
        while (fetched < MOST_AT_ONCE) {
            buffer.clear();
            if (channel.receive(buffer) == null) {
                break;
            }
            buffer.flip();
            int length = buffer.remaining();
            buffer.get(datagram, 0, length);
            take(length);
            fetched++;
        }
        counts.add(Count.DATAGRAMS, fetched);
        return fetched;
    }

    private void take(int length) {
        if (isRtp(length)) {
            order.accept(header, datagram, System.nanoTime());
        } else if (address.rtp()) {
            counts.add(Count.MALFORMED, 1);
        } else {
            writer.add(datagram, 0, length);
        }
    }

    /** Where RTP is not promised, a header counts only before a packet: any byte may begin a datagram that is cut anywhere. */
    private boolean isRtp(int length) {
        if (!header.read(datagram, length)) {
            return false;
        }
        boolean beforePacket = header.from() < header.until() && datagram[header.from()] == SYNC_BYTE;
        return address.rtp() || (header.isTransportStream() && beforePacket && datagram[0] != SYNC_BYTE);
    }

    private void check(SocketDrops drops) throws InterruptedException {
        long dropped = drops.now();
        if (dropped > droppedBefore) {
            counts.add(Count.SOCKET_DROPS, dropped - droppedBefore);
            writer.discard();
            order.forget();
        }
        droppedBefore = dropped;
    }

    private void tellBuffer(int granted) {
        if (granted < WANTED_BUFFER_BYTES && !small) {
            small = true;
            LOG.warn(
                    "feed {}: the system grants a socket buffer of {} KiB; pauses of this machine may lose datagrams. Mend: sudo"
                            + " sysctl -w net.core.rmem_max={}",
                    feed,
                    granted / 1024,
                    WANTED_BUFFER_BYTES);
        }
    }

    @Override
    public void interrupt() {
        // the selector wakes up by itself often enough
    }
}
