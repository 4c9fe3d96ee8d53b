package io.bandwatch.alerts.push.channel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of an MQTT 3.1.1 broker (OASIS standard, 29 October 2014) as a publisher meets: CONNECT, PUBLISH of quality of
 * service 1, DISCONNECT. Bytes are read as the standard has them, by nobody's library.
 */
final class ScriptedBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;

    private final ServerSocket listener;
    private final int returnCode;
    private final boolean acknowledges;
    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private final List<Publish> publishes = new CopyOnWriteArrayList<>();

    record Login(String client, String user, String password) {}

    record Publish(String topic, int qos, byte[] payload) {}

    /**
     * Starts it.
     *
     * @param returnCode of CONNACK
     * @param acknowledges whether a PUBLISH is answered; else the connection is closed
     */
    ScriptedBroker(int returnCode, boolean acknowledges) throws IOException {
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.returnCode = returnCode;
        this.acknowledges = acknowledges;
        Thread thread = new Thread(this::listen, "scripted-broker");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "mqtt://127.0.0.1:" + listener.getLocalPort();
    }

    List<Login> connected() {
        return logins;
    }

    List<Publish> published() {
        return publishes;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
            } catch (IOException gone) {
                // the publisher has left, or the test is over
            }
        }
    }

    private void serve(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            ByteBuffer body = ByteBuffer.wrap(in.readNBytes(remainingLength(in)));
            if (head >> 4 == CONNECT) {
                logins.add(login(body));
                out.write(new byte[] {0x20, 2, 0, (byte) returnCode});
                if (returnCode != 0) {
                    return;
                }
            } else if (head >> 4 == PUBLISH) {
                String topic = string(body);
                short id = body.getShort();
                byte[] payload = new byte[body.remaining()];
                body.get(payload);
                publishes.add(new Publish(topic, head >> 1 & 3, payload));
                if (!acknowledges) {
                    return;
                }
                out.write(new byte[] {0x40, 2, (byte) (id >> 8), (byte) id});
            } else {
                return;
            }
            out.flush();
        }
    }

    /** 3.1: protocol name and level, flags, keep alive, client, user, password. */
    private static Login login(ByteBuffer body) throws IOException {
        String protocol = string(body);
        int level = body.get();
        if (!protocol.equals("MQTT") || level != 4) {
            throw new IOException("not MQTT 3.1.1");
        }
        int flags = body.get();
        body.getShort();
        String client = string(body);
        String user = (flags & 0x80) == 0 ? "" : string(body);
        return new Login(client, user, (flags & 0x40) == 0 ? "" : string(body));
    }

    private static String string(ByteBuffer body) {
        byte[] bytes = new byte[body.getShort()];
        body.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** 2.2.3. */
    private static int remainingLength(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            if ((digit & 0x80) == 0) {
                return length;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
