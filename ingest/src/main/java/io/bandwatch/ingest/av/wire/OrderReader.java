package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.av.wire.Message.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a decoder process hears. */
public final class OrderReader {
    private final DataInputStream in;

    public OrderReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Who does what the job says. */
    @FunctionalInterface
    public interface Listener {
        void bytes(byte[] bytes) throws IOException;
    }

    /** Waits for what comes first. */
    public Order order() throws IOException {
        Message message = Message.read(in);
        if (message.kind() != Kind.ORDER || message.i32() != Message.MAGIC) {
            throw new MalformedMessageException("no order comes first");
        }
        int version = message.i32();
        if (version != Message.VERSION) {
            throw new MalformedMessageException("an order of version " + version + ", not " + Message.VERSION);
        }
        String file = message.text();
        int programme = message.i32();
        int mostWidth = message.i32();
        int threads = message.i32();
        Order order = new Order(file, programme, mostWidth, message.i32() != 0, message.i32() != 0, threads);
        message.end();
        return order;
    }

    /** Hears until nothing follows. */
    public void listen(Listener listener) throws IOException {
        for (Message message = Message.read(in); message.kind() != Kind.NOTHING_FOLLOWS; message = Message.read(in)) {
            switch (message.kind()) {
                case BYTES -> listener.bytes(message.array());
                default -> throw new MalformedMessageException("a job does not say " + message.kind());
            }
            message.end();
        }
    }
}
