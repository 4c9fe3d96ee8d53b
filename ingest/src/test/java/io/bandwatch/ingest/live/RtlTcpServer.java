package io.bandwatch.ingest.live;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A receiver of 8 bits behind rtl_tcp, one client at a time, that keeps what it was told and counts what it sent. */
final class RtlTcpServer {
    private static final int CHUNK = 16_384;
    private static final double NS_PER_S = 1e9;

    private final ServerSocket listening;
    private final Tones air;
    private final double rateHz;
    private final Thread thread;
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong sentSamples = new AtomicLong();
    private volatile long centerHz = 100_000_000;
    private volatile boolean mute;
    private volatile @Nullable Socket client;

    RtlTcpServer(Tones air, double rateHz) throws IOException {
        this.air = air;
        this.rateHz = rateHz;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "rtl-tcp");
        thread.start();
    }

    String address() {
        return "rtl_tcp://127.0.0.1:" + listening.getLocalPort();
    }

    /** Commands so far, as code and parameter. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    long sentSamples() {
        return sentSamples.get();
    }

    /** Sends nothing any more, and does not say so. */
    void mute(boolean nothing) {
        mute = nothing;
    }

    /** Ends the connection. */
    void hangUp() throws IOException {
        Objects.requireNonNull(client).close();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket accepted = listening.accept()) {
                client = accepted;
                DataOutputStream out = new DataOutputStream(accepted.getOutputStream());
                out.writeBytes("RTL0");
                out.writeInt(5);
                out.writeInt(29);
                Thread obeying = new Thread(() -> obey(accepted), "rtl-tcp-commands");
                obeying.start();
                send(out, accepted);
            } catch (IOException ended) {
                // the client went, or the test hung up
                commands.add("ended");
            }
        }
    }

    private void send(DataOutputStream out, Socket to) throws IOException {
        long fromNs = System.nanoTime();
        long sent = 0;
        while (!listening.isClosed() && !to.isClosed()) {
            long dueNs = fromNs + Math.round(sent / rateHz * NS_PER_S);
            sleep(dueNs - System.nanoTime());
            if (mute) {
                sleep(10_000_000);
                continue;
            }
            out.write(air.cu8(centerHz, sent, CHUNK));
            sent += CHUNK;
            sentSamples.addAndGet(CHUNK);
        }
    }

    private static void sleep(long ns) {
        try {
            TimeUnit.NANOSECONDS.sleep(ns);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(Socket accepted) {
        try {
            DataInputStream in = new DataInputStream(accepted.getInputStream());
            while (true) {
                int code = in.readUnsignedByte();
                int parameter = in.readInt();
                commands.add(code + " " + parameter);
                if (code == 1) {
                    centerHz = parameter;
                }
            }
        } catch (IOException ended) {
            // with the connection
            return;
        }
    }

    /** Ends it. */
    void close() throws IOException, InterruptedException {
        listening.close();
        Socket last = client;
        if (last != null) {
            last.close();
        }
        thread.join();
    }
}
