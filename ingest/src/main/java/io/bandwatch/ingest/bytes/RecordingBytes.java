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
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked bytes of one file. Plain files are positioned, packed ones are decoded up to the offset. A packed stream
 * that breaks off, or bytes that cannot be read, end the recording there; {@link #brokenOff()} tells.
 */
public final class RecordingBytes implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final InputStream in;
    private final long fileBytes;
    private boolean brokenOff;

    private RecordingBytes(FileChannel channel, InputStream in, long fileBytes) {
        this.channel = channel;
        this.in = in;
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
            RecordingBytes bytes = new RecordingBytes(channel, unpacked(channel, compression), channel.size());
            if (compression == Compression.NONE) {
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
            case NONE -> raw;
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(raw, BUFFER_BYTES))
                        .setDecompressConcatenated(true)
                        .get();
            case XZ -> new XZInputStream(new BufferedInputStream(raw, BUFFER_BYTES));
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
            while (done < length && !brokenOff) {
                int got = in.read(into, from + done, length - done);
                if (got < 0) {
                    break;
                }
                done += got;
            }
        } catch (IOException unreadable) {
            brokenOff = true;
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
        return brokenOff;
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
