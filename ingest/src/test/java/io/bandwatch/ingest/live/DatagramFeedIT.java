package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.datagram.Rtp;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datagrams that do not leave this machine. */
class DatagramFeedIT {
    private static final int PER_DATAGRAM = 7;

    private final Packets packets = new Packets();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void countsEveryPacketThatIsSentToThisMachine(String host) throws Exception {
        assumeTrue(isThere(host), host + " is no address of this machine");
        int port = freePort();
        try (Watched watched = new Watched("udp://" + bracketed(host) + ":" + port);
                DatagramChannel sender = connected(host, port)) {
            settle();
            send(sender, 300);
            TsFrame look = watched.untilPackets(300 * PER_DATAGRAM);

            assertThat(look.input().samples()).isEqualTo(300 * PER_DATAGRAM);
            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
            assertThat(Watched.transport(look).datagrams()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"239.255.77.7", "ff15::77:7"})
    void countsEveryPacketOfAGroupThatItJoined(String group) throws Exception {
        int port = freePort();
        NetworkInterface through = through(group, port);
        try (Watched watched =
                        new Watched("udp://@" + bracketed(group) + ":" + port + "?interface=" + through.getName());
                DatagramChannel sender = toGroup(group, port, through)) {
            settle();
            send(sender, 300);
            TsFrame look = watched.untilPackets(300 * PER_DATAGRAM);

            assertThat(look.input().samples()).isEqualTo(300 * PER_DATAGRAM);
            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
        }
    }

    @Test
    void putsRtpBackInOrderAndCountsWhatIsLostSwappedAndDoubled() throws Exception {
        int port = freePort();
        List<byte[]> sent = new ArrayList<>();
        for (int sequence = 0; sequence < 300; sequence++) {
            sent.add(Rtp.packet(65_400 + sequence, 7, packets.next(PER_DATAGRAM)));
        }
        Collections.swap(sent, 100, 101);
        Collections.swap(sent, 150, 151);
        sent.add(201, sent.get(200));
        sent.subList(250, 252).clear();
        try (Watched watched = new Watched("rtp://127.0.0.1:" + port);
                DatagramChannel sender = connected("127.0.0.1", port)) {
            settle();
            sender.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            for (byte[] datagram : sent) {
                sender.write(ByteBuffer.wrap(datagram));
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TsFrame look = watched.untilPackets(298 * PER_DATAGRAM);

            TsTransport transport = Watched.transport(look);
            assertThat(transport.lost()).isEqualTo(2);
            assertThat(transport.reordered()).isEqualTo(2);
            assertThat(transport.duplicates()).isEqualTo(1);
            assertThat(transport.malformed()).isEqualTo(1);
            // 14 packets are gone at one place of one PID
            assertThat(Watched.stream(look).counts().continuityErrors()).isEqualTo(1);
            assertThat(Watched.stream(look).counts().duplicatePackets()).isZero();
        }
    }

    @Test
    void takesRtpForWhatItIsWhereOnlyDatagramsArePromised() throws Exception {
        int port = freePort();
        try (Watched watched = new Watched("udp://127.0.0.1:" + port);
                DatagramChannel sender = connected("127.0.0.1", port)) {
            settle();
            for (int sequence = 0; sequence < 100; sequence++) {
                sender.write(ByteBuffer.wrap(Rtp.packet(sequence, 7, packets.next(PER_DATAGRAM))));
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TsFrame look = watched.untilPackets(100 * PER_DATAGRAM);

            assertThat(Watched.stream(look).counts().lostBytes()).isZero();
        }
    }

    @Test
    void findsPacketsInDatagramsThatAreCutAnywhere() throws Exception {
        int port = freePort();
        byte[] all = packets.next(700);
        try (Watched watched = new Watched("udp://127.0.0.1:" + port);
                DatagramChannel sender = connected("127.0.0.1", port)) {
            settle();
            for (int at = 0; at < all.length; at += 1000) {
                sender.write(ByteBuffer.wrap(all, at, Math.min(1000, all.length - at)));
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TsFrame look = watched.untilPackets(700);

            assertThat(Watched.stream(look).counts().continuityErrors()).isZero();
        }
    }

    @Test
    void losesNothingWithoutSayingSoWhereNobodyTakesTheLooks() throws Exception {
        int port = freePort();
        BlockingQueue<FeedFrame> slow = new ArrayBlockingQueue<>(1);
        int datagrams = 20_000;
        try (Watched watched = new Watched("udp://127.0.0.1:" + port, slow);
                DatagramChannel sender = connected("127.0.0.1", port)) {
            settle();
            for (int burst = 0; burst < datagrams / 20; burst++) {
                for (int datagram = 0; datagram < 20; datagram++) {
                    sender.write(ByteBuffer.wrap(packets.next(PER_DATAGRAM)));
                }
                TimeUnit.MILLISECONDS.sleep(4);
            }
            TsFrame look = watched.until(one -> accounted(one) >= datagrams);

            assertThat(Watched.transport(look).droppedBlocks()).isPositive();
            assertThat(accounted(look)).isEqualTo(datagrams);
            assertThat(Watched.stream(look).counts().continuityErrors())
                    .as("what we dropped is not the sender's loss")
                    .isZero();
        }
    }

    /** Datagrams that were measured, or dropped and told. */
    private static long accounted(TsFrame look) {
        TsTransport transport = Watched.transport(look);
        long bytes = look.input().samples() * Packets.BYTES + transport.droppedBytes();
        return bytes / (PER_DATAGRAM * Packets.BYTES) + transport.socketDrops();
    }

    private void send(DatagramChannel sender, int datagrams) throws IOException, InterruptedException {
        for (int datagram = 0; datagram < datagrams; datagram++) {
            sender.write(ByteBuffer.wrap(packets.next(PER_DATAGRAM)));
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Until the socket is open. */
    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1000);
    }

    private static int freePort() throws IOException {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return ((InetSocketAddress) probe.getLocalAddress()).getPort();
        }
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static StandardProtocolFamily family(String host) {
        return host.indexOf(':') < 0 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private static boolean isThere(String host) {
        try (DatagramChannel probe = DatagramChannel.open(family(host))) {
            probe.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static DatagramChannel connected(String host, int port) throws IOException {
        return DatagramChannel.open(family(host)).connect(new InetSocketAddress(host, port));
    }

    /** Loopback, or what else has a route to the group, as loopback has none to IPv6 groups; skips where nothing has. */
    private static NetworkInterface through(String group, int port) throws IOException {
        List<NetworkInterface> all = NetworkInterface.networkInterfaces()
                .sorted(Comparator.comparing(each -> !each.getName().startsWith("lo")))
                .toList();
        for (NetworkInterface each : all) {
            try (DatagramChannel sender = toGroup(group, port, each)) {
                sender.write(ByteBuffer.allocate(0));
                return each;
            } catch (IOException noRoute) {
                System.out.println(group + " not through " + each.getName() + ": " + noRoute.getMessage());
            }
        }
        return abort("no interface has a route to " + group);
    }

    /** A sender whose datagrams reach this machine and no other. */
    private static DatagramChannel toGroup(String group, int port, NetworkInterface through) throws IOException {
        DatagramChannel sender = DatagramChannel.open(family(group));
        try {
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, through);
            sender.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
            return sender.connect(new InetSocketAddress(group, port));
        } catch (IOException noRoute) {
            sender.close();
            throw noRoute;
        }
    }
}
