package io.bandwatch.samples.receiver;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A receiver behind rtl_tcp, on loopback, for one client at a time: it greets, takes commands of five bytes, of which it obeys the one
 * that tunes, and from then on sends samples as fast as they would come from the air, by their count (osmocom rtl-sdr,
 * src/rtl_tcp.c). Where a client is slow, it falls behind and makes up for it: unlike a receiver of hardware it drops nothing, so that
 * what it sent is known exactly. It can go, and come back.
 */
public final class RtlTcpServer implements AutoCloseable {
    private static final int SAMPLE_BYTES = 2;
    private static final int BACKLOG = 1;
    private static final long POLL_MS = 5;

    /** 10 ms at 2.4 MS/s; real ones send 55 ms at a time. */
    private static final int CHUNK = 24_000;

    private static final double NS_PER_S = 1e9;
    private static final long PATIENCE_S = 5;
    private static final int TUNE = 0x01;

    /** An R820T with its 29 gains. */
    private static final int TUNER = 5;

    private static final int GAINS = 29;

    private final ReceiverAir air;
    private final double rateHz;
    private final int port;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong latestNs = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile ServerSocket listening;
    private volatile long centerHz;
    private volatile Presence presence = Presence.THERE;
    private volatile boolean ending;
    private volatile boolean serving;
    private volatile boolean closed;

    private enum Presence {
        /** Whoever comes is served. */
        THERE,
        /** Connections stay, new ones are not answered, and nothing is sent: the machine is dead, and nobody said so. */
        SILENT,
        /** The client was sent away, and whoever comes is refused. */
        GONE
    }

    /**
     * @param air what it hears; belongs to the server from now on
     * @param rateHz samples a second
     */
    public RtlTcpServer(ReceiverAir air, double rateHz) throws IOException {
        this.air = air;
        this.rateHz = rateHz;
        this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        this.thread = new Thread(this::serve, "rtl-tcp-" + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Address of the feed. */
    public String address() {
        return "rtl_tcp://127.0.0.1:" + port;
    }

    /** Samples sent so far, of all connections. */
    public long sentSamples() {
        return sent.get();
    }

    /** Clients so far, one after the other. */
    public long connections() {
        return connections.get();
    }

    /** By how much its samples were late at worst since this was asked last, ns: its own machine had no time, or the client none. */
    public long latestNs() {
        return latestNs.getAndSet(0);
    }

    /**
     * Sends nothing any more; the connection stays open.
     *
     * @return whether the last sample was sent within seconds
     */
    public boolean endSending() throws InterruptedException {
        ending = true;
        return ended.await(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** Sends the client away, and refuses whoever comes. Returns when the last sample for him was sent. */
    public void leave() throws IOException, InterruptedException {
        presence = Presence.GONE;
        listening.close();
        while (serving) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    /** Says nothing any more, to nobody, as a machine does that has lost its power: no connection is closed. */
    public void fallSilent() {
        presence = Presence.SILENT;
    }

    /** Serves again; a client that it had is given up. */
    public void comeBack() throws IOException {
        if (presence == Presence.GONE) {
            listening = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        }
        presence = Presence.THERE;
    }

    private void serve() {
        while (!closed) {
            if (presence != Presence.THERE) {
                pause();
                continue;
            }
            try (Socket client = listening.accept()) {
                client.setTcpNoDelay(true);
                connections.incrementAndGet();
                centerHz = 0;
                Thread obeying = new Thread(() -> obey(client), "rtl-tcp-commands");
                obeying.setDaemon(true);
                obeying.start();
                serving = true;
                send(client);
                if (ending) {
                    obeying.join();
                }
            } catch (IOException gone) {
                // the next client may come; how late this one's samples were says nothing of his
                latestNs.set(0);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                serving = false;
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
    }

    private void send(Socket client) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        out.writeBytes("RTL0");
        out.writeInt(TUNER);
        out.writeInt(GAINS);
        while (centerHz == 0 && isServed(client)) {
            pause();
        }
        byte[] bytes = new byte[CHUNK * SAMPLE_BYTES];
        long fromNs = System.nanoTime();
        long tunedHz = 0;
        for (long samples = CHUNK; isServed(client); samples += CHUNK) {
            long leftNs = fromNs + Math.round(samples / rateHz * NS_PER_S) - System.nanoTime();
            if (leftNs > 0) {
                TimeUnit.NANOSECONDS.sleep(leftNs);
            }
            if (centerHz != tunedHz) {
                tunedHz = centerHz;
                air.tune(tunedHz);
            }
            air.read(bytes, CHUNK);
            out.write(bytes);
            sent.addAndGet(CHUNK);
            latestNs.accumulateAndGet(-leftNs, Math::max);
        }
        if (ending) {
            ended.countDown();
        }
        while (presence == Presence.SILENT && !client.isClosed()) {
            pause();
        }
    }

    private boolean isServed(Socket client) {
        return !ending && presence == Presence.THERE && !client.isClosed();
    }

    /** Until the client goes. */
    private void obey(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                int command = in.readUnsignedByte();
                int parameter = in.readInt();
                if (command == TUNE) {
                    centerHz = Integer.toUnsignedLong(parameter);
                }
            }
        } catch (IOException gone) {
            // and with it this thread
            return;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listening.close();
        thread.interrupt();
    }
}
