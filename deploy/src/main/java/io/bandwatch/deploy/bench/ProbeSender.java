package io.bandwatch.deploy.bench;

import io.bandwatch.samples.ts.Multiplex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends one multiplex to many ports of loopback at a constant rate, in a process of its own: {@code RATE_BPS DURATION_S
 * PORT...}. At its end it prints how many datagrams each port was sent, how late the latest was, and what it cost.
 */
public final class ProbeSender {
    private static final int PER_DATAGRAM = 7;
    private static final long SLICE_NS = 1_000_000;
    private static final double NS_PER_S = 1e9;

    private final ProbeStream stream;
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(PER_DATAGRAM * Multiplex.PACKET_BYTES);
    private final byte[] packets = new byte[PER_DATAGRAM * Multiplex.PACKET_BYTES];

    private ProbeSender(ProbeStream stream) {
        this.stream = stream;
    }

    /** Sends for as long as it is told to. */
    public static void main(String[] arguments) throws IOException {
        ProbeSender sender = new ProbeSender(new ProbeStream(Double.parseDouble(arguments[0])));
        for (int place = 2; place < arguments.length; place++) {
            sender.channels.add(DatagramChannel.open()
                    .connect(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[place]))));
        }
        Load load = new Load();
        long sent = sender.send(Math.round(Double.parseDouble(arguments[1]) * NS_PER_S));
        System.out.println(sent + " " + sender.latestNs + " " + load.now().cpuNs());
    }

    private long latestNs;

    private long send(long durationNs) throws IOException {
        double everyNs = packets.length * 8 * NS_PER_S / stream.rateBps();
        long beginNs = System.nanoTime();
        long sent = 0;
        for (long nowNs = 0; nowNs < durationNs; nowNs = System.nanoTime() - beginNs) {
            latestNs = Math.max(latestNs, Math.round(nowNs - sent * everyNs));
            for (; sent * everyNs <= nowNs; sent++) {
                next();
            }
            LockSupport.parkNanos(SLICE_NS);
        }
        return sent;
    }

    private void next() throws IOException {
        for (int packet = 0; packet < PER_DATAGRAM; packet++) {
            stream.next(packets, packet * Multiplex.PACKET_BYTES);
        }
        datagram.clear();
        datagram.put(packets);
        for (DatagramChannel channel : channels) {
            datagram.rewind();
            try {
                channel.write(datagram);
            } catch (PortUnreachableException notYet) {
                // nobody listens there before the job has begun, or after its end
                datagram.rewind();
            }
        }
    }
}
