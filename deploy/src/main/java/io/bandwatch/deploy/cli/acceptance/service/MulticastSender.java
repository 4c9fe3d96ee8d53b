package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.deploy.bench.ProbeStream;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.samples.ts.Multiplex;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends a multiplex to a group that this machine alone hears, seven packets a datagram, with or without RTP, from when the group is
 * joined on. It counts what it sent.
 */
public final class MulticastSender implements AutoCloseable {
    public static final int PER_DATAGRAM = 7;

    /** Groups that were joined, proc(5): the address in hexadecimal, least significant byte first. */
    private static final Path JOINED = Path.of("/proc/net/igmp");

    private static final int RTP_BYTES = 12;
    private static final int RTP_VERSION_2 = 0x80;

    /** MPEG-2 transport streams (RFC 3551, 6). */
    private static final int RTP_TYPE = 33;

    private static final double RTP_HZ = 90_000;
    private static final double NS_PER_S = 1e9;
    private static final long SLICE_NS = 2_000_000;

    private final String group;
    private final int port;
    private final boolean rtp;
    private final NetworkInterface through;
    private final DatagramChannel channel;
    private final ProbeStream stream;
    private final ByteBuffer datagram = ByteBuffer.allocate(RTP_BYTES + PER_DATAGRAM * Multiplex.PACKET_BYTES);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "multicast");
    private volatile boolean ending;
    private volatile boolean silent;

    private MulticastSender(String group, boolean rtp, double rateBps, NetworkInterface through) throws IOException {
        this.group = group;
        this.rtp = rtp;
        this.through = through;
        this.stream = new ProbeStream(rateBps);
        try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            this.port = free.getLocalPort();
        }
        this.channel = channel(group, port, through);
        thread.setDaemon(true);
    }

    /**
     * One that waits for somebody to join.
     *
     * @throws CheckImpossibleException if nothing carries multicast here
     */
    public static MulticastSender waiting(String group, boolean rtp, double rateBps) throws IOException {
        if (!Files.isReadable(JOINED)) {
            throw new CheckImpossibleException(
                    "this system does not tell which groups are joined; there is no " + JOINED);
        }
        // loopback first: what is sent there reaches nobody else
        List<NetworkInterface> all = NetworkInterface.networkInterfaces()
                .sorted(Comparator.comparing(each -> !each.getName().startsWith("lo")))
                .toList();
        for (NetworkInterface each : all) {
            try (DatagramChannel probe = channel(group, 9, each)) {
                probe.write(ByteBuffer.allocate(0));
            } catch (IOException noRoute) {
                continue;
            }
            MulticastSender sender = new MulticastSender(group, rtp, rateBps, each);
            sender.thread.start();
            return sender;
        }
        throw new CheckImpossibleException("no interface carries multicast; mend: ip route add 239.0.0.0/8 dev lo");
    }

    private static DatagramChannel channel(String group, int port, NetworkInterface through) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, through);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
            return channel.connect(new InetSocketAddress(group, port));
        } catch (IOException noRoute) {
            channel.close();
            throw noRoute;
        }
    }

    /** Address of the feed. */
    public String address() {
        return (rtp ? "rtp" : "udp") + "://@" + group + ":" + port + "?interface=" + through.getName();
    }

    /** Datagrams sent so far. */
    public long sent() {
        return sent.get();
    }

    /** Whether nothing comes of it, as of a cable that is out; its clock goes on. */
    public void silence(boolean wanted) {
        silent = wanted;
    }

    /** Sends nothing any more. Returns when the last was sent. */
    public void endSending() throws IOException, InterruptedException {
        ending = true;
        thread.join();
        IOException broken = failure.get();
        if (broken != null) {
            throw new IOException("a multiplex could not be sent any more", broken);
        }
    }

    private void run() {
        try {
            while (!ending && !isJoined()) {
                LockSupport.parkNanos(SLICE_NS);
            }
            send();
        } catch (IOException broken) {
            failure.set(broken);
        }
    }

    private boolean isJoined() throws IOException {
        byte[] bytes = InetAddress.getByName(group).getAddress();
        String written = String.format(Locale.ROOT, "%02X%02X%02X%02X", bytes[3], bytes[2], bytes[1], bytes[0]);
        return Files.readAllLines(JOINED).stream().anyMatch(line -> line.strip().startsWith(written));
    }

    private void send() throws IOException {
        double everyNs = PER_DATAGRAM * Multiplex.PACKET_BYTES * 8 * NS_PER_S / stream.rateBps();
        long fromNs = System.nanoTime();
        long number = 0;
        while (!ending) {
            long nowNs = System.nanoTime() - fromNs;
            while (number * everyNs <= nowNs) {
                next(number++, everyNs);
            }
            LockSupport.parkNanos(SLICE_NS);
        }
    }

    private void next(long number, double everyNs) throws IOException {
        datagram.clear();
        if (rtp) {
            datagram.put((byte) RTP_VERSION_2).put((byte) RTP_TYPE).putShort((short) number);
            datagram.putInt((int) Math.round(number * everyNs / NS_PER_S * RTP_HZ))
                    .putInt(port);
        }
        for (int packet = 0; packet < PER_DATAGRAM; packet++) {
            stream.next(datagram.array(), datagram.position());
            datagram.position(datagram.position() + Multiplex.PACKET_BYTES);
        }
        datagram.flip();
        if (!silent) {
            channel.write(datagram);
            sent.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        ending = true;
        channel.close();
    }
}
