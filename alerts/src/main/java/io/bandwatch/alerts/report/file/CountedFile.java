package io.bandwatch.alerts.report.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is continued from a known length. Not thread-safe. */
public final class CountedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountedFile.class);
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private FileChannel channel;
    private OutputStream out;
    private long length;

    /**
     * Opens the file and cuts off everything after {@code length}.
     *
     * @throws IOException if it cannot be opened, or is shorter than that
     */
    public CountedFile(Path path, long length) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() < length) {
            long size = channel.size();
            channel.close();
            throw new IOException(path + " has " + size + " bytes, but the checkpoint was made when it had " + length
                    + ": give back the file of that run, or start anew without its checkpoints");
        }
        channel.truncate(length);
        channel.position(length);
        this.length = length;
        this.out = buffered(channel);
    }

    private static OutputStream buffered(FileChannel channel) {
        return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    /**
     * Goes on at the end of another file, which takes the place of this one; this one stays under another name.
     *
     * @param next on the same file system
     * @throws IOException if what was written is not on the disk, or a file cannot be renamed
     */
    public void goOnIn(Path next, Path keptAs) throws IOException {
        sync();
        FileChannel opened = FileChannel.open(next, StandardOpenOption.WRITE);
        try {
            Files.move(path, keptAs);
            Files.move(next, path);
            length = opened.size();
            opened.position(length);
        } catch (IOException refused) {
            opened.close();
            throw refused;
        }
        channel.close();
        channel = opened;
        out = buffered(opened);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        length += bytes.length;
    }

    /** Everything written so far can be read when this returns. */
    void flush() throws IOException {
        out.flush();
    }

    /** Everything written so far is on the disk when this returns; its length. */
    long sync() throws IOException {
        out.flush();
        channel.force(true);
        if (channel.size() != length) {
            throw new IOException(
                    path + " was changed by someone else: " + channel.size() + " bytes instead of " + length);
        }
        return length;
    }

    /** What cannot be written any more, as on a full disk, is written again from the last checkpoint. */
    @Override
    public void close() throws IOException {
        try {
            out.flush();
        } catch (IOException full) {
            // who closes a task that has failed must not fail: Flink gives up all that runs beside it
            LOG.warn("{}: what came behind the last checkpoint could not be written: {}", path, full.getMessage());
        } finally {
            channel.close();
        }
    }
}
