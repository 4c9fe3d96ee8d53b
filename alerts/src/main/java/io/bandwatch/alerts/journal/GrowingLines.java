package io.bandwatch.alerts.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The whole lines of a file that somebody else appends to. A file that became shorter is read anew. Not thread-safe. */
public final class GrowingLines {
    private static final int BLOCK_BYTES = 1 << 20;

    private final Path file;
    private long position;
    private byte[] rest = new byte[0];

    /** @param file need not be there yet */
    public GrowingLines(Path file) {
        this.file = file;
    }

    /** Takes lines. */
    public interface Taker {
        /** A line without its end. */
        void take(String line) throws IOException;
    }

    /**
     * Reads what was added.
     *
     * @param cut told where the file became shorter, before its lines are taken again
     * @throws IOException if it cannot be read, or the taker throws one
     */
    public void readOn(Runnable cut, Taker taker) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            if (open.size() < position) {
                position = 0;
                rest = new byte[0];
                cut.run();
            }
            open.position(position);
            ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, open.size() - position + 1));
            for (int got = open.read(block); got > 0; got = open.read(block)) {
                position += got;
                take(block.array(), got, taker);
                block.clear();
            }
        }
    }

    /** What is left waits for its end. */
    private void take(byte[] bytes, int length, Taker taker) throws IOException {
        byte[] all = Arrays.copyOf(rest, rest.length + length);
        System.arraycopy(bytes, 0, all, rest.length, length);
        int from = 0;
        for (int i = rest.length; i < all.length; i++) {
            if (all[i] == '\n') {
                taker.take(new String(all, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        rest = Arrays.copyOfRange(all, from, all.length);
    }
}
