package io.bandwatch.ingest.av.wire;

import io.bandwatch.ingest.av.wire.Message.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What the job says to a decoder process. Not thread-safe. */
public final class OrderWriter {
    /** Most bytes of a stream in one message. */
    public static final int MOST_STREAM_BYTES = 1 << 18;

    private final OutputStream out;

    public OrderWriter(OutputStream out) {
        this.out = out;
    }

    /** Comes first. */
    public void order(Order order) throws IOException {
        byte[] file = order.file().getBytes(StandardCharsets.UTF_8);
        byte[] depth = order.depth().name().getBytes(StandardCharsets.US_ASCII);
        say(Message.of(Kind.ORDER, 32 + file.length + depth.length)
                .i32(Message.MAGIC)
                .i32(Message.VERSION)
                .bytes(file, 0, file.length)
                .i32(order.programme())
                .i32(order.mostWidth())
                .i32(order.threads())
                .i32(order.fullLuma() ? 1 : 0)
                .bytes(depth, 0, depth.length));
    }

    /** Bytes of a transport stream, at most {@link #MOST_STREAM_BYTES}. */
    public void bytes(byte[] bytes, int offset, int length) throws IOException {
        out.write(Message.head(Kind.BYTES, 4 + length).i32(length).bytes());
        out.write(bytes, offset, length);
        out.flush();
    }

    public void nothingFollows() throws IOException {
        say(Message.of(Kind.NOTHING_FOLLOWS, 0));
    }

    private void say(Message message) throws IOException {
        out.write(message.bytes());
        out.flush();
    }
}
