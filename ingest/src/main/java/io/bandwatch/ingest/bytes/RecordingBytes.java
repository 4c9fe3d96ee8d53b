package io.bandwatch.ingest.bytes;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked bytes of one file. Plain files are positioned, packed ones are decoded up to the offset. A packed stream
 * that breaks off, or bytes that cannot be read, end the recording there; {@link #brokenOff()} tells.
 */
public final class RecordingBytes implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    /** An unpacker that fails within a read drops what it had unpacked in it: so much is lost at the most. */
    private static final int MOST_AT_ONCE = 1 << 13;

    /** {@code xz -9} needs 65 MiB to unpack; a header may ask for gigabytes. */
    private static final int MOST_XZ_KIB = 128 * 1024;

    private final FileChannel channel;
    private final InputStream in;
    private final int mostAtOnce;
    private final long fileBytes;
    private @Nullable IOException failure;

    private RecordingBytes(FileChannel channel, Compression compression, long fileBytes) throws IOException {
        this.channel = channel;
        this.in = unpacked(channel, compression);
        this.mostAtOnce = compression == Compression.NONE ? Integer.MAX_VALUE : MOST_AT_ONCE;
        this.fileBytes = fileBytes;
    }

    /**
     * Opens a file at an offset.
     *
     * @param offset first byte to be read, counted in the unpacked bytes
     * @throws IOException if there is no such file, or it does not begin like one packed this way
     */
    public static RecordingBytes open(Path file, Compression compression, long offset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            RecordingBytes bytes = new RecordingBytes(channel, compression, channel.size());
            // a pipe has no place to go to, not even its beginning
            if (offset > 0 && compression == Compression.NONE) {
                channel.position(offset);
            } else {
                bytes.skip(offset);
            }
            return bytes;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private static InputStream unpacked(FileChannel channel, Compression compression) throws IOException {
        InputStream raw = Channels.newInputStream(channel);
        return switch (compression) {
            case NONE -> new PlainBytes(channel);
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(raw, BUFFER_BYTES))
                        .setDecompressConcatenated(true)
                        .get();
            case XZ -> new XZInputStream(new BufferedInputStream(raw, BUFFER_BYTES), MOST_XZ_KIB);
            case ZSTD -> new ZstdInputStreamNoFinalizer(new BufferedInputStream(raw, BUFFER_BYTES));
        };
    }

    /**
     * Reads as many bytes as there are room and bytes for.
     *
     * @return how many; fewer than {@code length} only at the end
     */
    public int read(byte[] into, int from, int length) {
        int done = 0;
        try {
            while (done < length && failure == null) {
                int got = in.read(into, from + done, Math.min(length - done, mostAtOnce));
                if (got < 0) {
                    break;
                }
                done += got;
            }
        } catch (IOException unreadable) {
            failure = unreadable;
        }
        return done;
    }

    private void skip(long count) {
        byte[] scratch = new byte[BUFFER_BYTES];
        long left = count;
        while (left > 0) {
            int got = read(scratch, 0, (int) Math.min(left, scratch.length));
            if (got == 0) {
                return;
            }
            left -= got;
        }
    }

    /** Whether the bytes ended before their end mark. */
    public boolean brokenOff() {
        return failure != null;
    }

    /** MiB that unpacking would take where that is more than is allowed, else 0. */
    public int tooMuchMiB() {
        return failure instanceof MemoryLimitException tooMuch ? tooMuch.getMemoryNeeded() / 1024 : 0;
    }

    /** Share of the file that has been read, 0..1. */
    public double progress() {
        try {
            return fileBytes == 0 ? 1 : Math.min(1, (double) channel.position() / fileBytes);
        } catch (IOException closed) {
            return 1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        channel.close();
    }
}
