package io.bandwatch.ingest.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file as they are, read through memory outside the heap that is kept: what the library does for a heap array,
 * to copy once more from memory of its own for each call, takes half as long again as the reading itself.
 */
final class PlainBytes extends InputStream {
    private static final int AT_ONCE = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(AT_ONCE).limit(0);

    PlainBytes(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length > 0 && !fill()) {
            return -1;
        }
        int got = Math.min(length, buffer.remaining());
        buffer.get(into, from, got);
        return got;
    }

    private boolean fill() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            try {
                channel.read(buffer);
            } finally {
                buffer.flip();
            }
        }
        return buffer.hasRemaining();
    }
}
