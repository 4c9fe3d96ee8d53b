package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.av.wire.Message.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** What a decoder process hears. */
public final class OrderReader {
    private final DataInputStream in;

    public OrderReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Who does what the job says. */
    @FunctionalInterface
    public interface Listener {
        /** Takes bytes of the stream; the array is read no more after that. */
        void bytes(byte[] bytes, int offset, int length) throws IOException;
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
        Order order = new Order(file, programme, mostWidth, message.i32() != 0, depth(message.text()), threads);
        message.end();
        return order;
    }

    private static DecodingDepth depth(String name) throws IOException {
        for (DecodingDepth depth : DecodingDepth.values()) {
            if (depth.name().equals(name)) {
                return depth;
            }
        }
        throw new MalformedMessageException("unknown depth of decoding " + name);
    }

    /** Hears until nothing follows. */
    public void listen(Listener listener) throws IOException {
        for (Message message = Message.read(in); message.kind() != Kind.NOTHING_FOLLOWS; message = Message.read(in)) {
            switch (message.kind()) {
                case BYTES -> {
                    ByteBuffer bytes = message.rest();
                    listener.bytes(bytes.array(), bytes.arrayOffset(), bytes.remaining());
                }
                default -> throw new MalformedMessageException("a job does not say " + message.kind());
            }
            message.end();
        }
    }
}
