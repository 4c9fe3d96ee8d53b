package io.bandwatch.deploy;

import io.bandwatch.samples.ts.Multiplex;
import io.bandwatch.samples.ts.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a multiplex of our own to a port of this machine in real time, from the moment when somebody listens there. */
final class LoopbackSender implements AutoCloseable {
    private static final int PER_DATAGRAM = 7;
    private static final long PACKET_NS = 1_000_000;

    private final int port;
    private final Multiplex multiplex;
    private final CountDownLatch listened = new CountDownLatch(1);
    private final AtomicBoolean pulled = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong latestNs = new AtomicLong();
    private final Thread thread = new Thread(this::send, "sender");

    /** @param faults what is wrong with the multiplex, by its own time */
    LoopbackSender(int port, List<Fault> faults) {
        this.port = port;
        this.multiplex = new Multiplex(faults);
        thread.start();
    }

    static int freePort() throws SocketException {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return probe.getLocalPort();
        }
    }

    /** Returns when somebody listens. */
    void awaitListener() throws InterruptedException {
        listened.await();
    }

    /** Pulls the cable out, of which the sender knows nothing, or puts it back. */
    void pull(boolean out) {
        pulled.set(out);
    }

    /** Whether this machine ever let it send so much later than it should have. */
    boolean wasLate(Duration than) {
        return latestNs.get() > than.toNanos();
    }

    private boolean isFree() {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return probe.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }

    private void send() {
        byte[] bytes = new byte[PER_DATAGRAM * Multiplex.PACKET_BYTES];
        try (DatagramSocket socket = new DatagramSocket()) {
            while (isFree()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            listened.countDown();
            long beginNs = System.nanoTime();
            for (long sent = 0; !over.get(); ) {
                long lateNs = System.nanoTime() - beginNs - sent * PACKET_NS;
                latestNs.accumulateAndGet(lateNs, Math::max);
                for (; sent * PACKET_NS <= System.nanoTime() - beginNs; sent += PER_DATAGRAM) {
                    for (int packet = 0; packet < PER_DATAGRAM; packet++) {
                        multiplex.next(bytes, packet * Multiplex.PACKET_BYTES);
                    }
                    if (!pulled.get()) {
                        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.set(true);
        thread.interrupt();
    }
}
