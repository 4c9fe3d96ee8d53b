package io.bandwatch.alerts.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The whole lines of a file that somebody else appends to. A file that was cut is read anew, be it shorter than what was read of it or
 * longer again: then the end of what was read is not what it was. Not thread-safe.
 */
public final class GrowingLines {
    private static final int BLOCK_BYTES = 1 << 20;
    /** Several lines: no other lines are the same to the last byte. */
    private static final int END_BYTES = 4096;

    private final Path file;
    private long position;
    private byte[] end = new byte[0];

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
     * Reads what was added. A line that the taker does not want is left out; the next call goes on behind it.
     *
     * @param cut told where the file was cut, before its lines are taken again
     * @throws IOException if it cannot be read, or the taker throws one
     */
    public void readOn(Runnable cut, Taker taker) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!Arrays.equals(read(open, position - end.length, end.length), end)) {
                position = 0;
                end = new byte[0];
                cut.run();
            }
            int size = BLOCK_BYTES;
            for (byte[] block = read(open, position, size); block.length > 0; block = read(open, position, size)) {
                int taken = takeLines(block, taker);
                if (taken == 0 && block.length < size) {
                    // what is left waits for its end
                    return;
                }
                // a line that is longer than what was read
                size = taken == 0 ? 2 * size : BLOCK_BYTES;
            }
        } catch (NoSuchFileException notYet) {
            // or for the moment in which another takes its place
        }
    }

    /** Bytes of whole lines, which were taken; one that the taker does not want is passed as well. */
    private int takeLines(byte[] block, Taker taker) throws IOException {
        int from = 0;
        try {
            for (int i = 0; i < block.length; i++) {
                if (block[i] == '\n') {
                    String line = new String(block, from, i - from, StandardCharsets.UTF_8);
                    from = i + 1;
                    taker.take(line);
                }
            }
        } finally {
            pass(block, from);
        }
        return from;
    }

    private void pass(byte[] block, int length) {
        position += length;
        byte[] all = Arrays.copyOf(end, end.length + length);
        System.arraycopy(block, 0, all, end.length, length);
        end = Arrays.copyOfRange(all, Math.max(0, all.length - END_BYTES), all.length);
    }

    private static byte[] read(FileChannel open, long from, int most) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.max(0, Math.min(most, open.size() - from)));
        while (block.hasRemaining()) {
            int got = open.read(block, from + block.position());
            if (got < 0) {
                break;
            }
        }
        return Arrays.copyOf(block.array(), block.position());
    }
}
