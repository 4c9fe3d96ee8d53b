package io.bandwatch.alerts.report.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every other writer of a file out: of this process, of others, and of other hosts where their file system has locks. It is a
 * lock on a file of its own beside the file, since a process loses its locks on a file when it closes that file for the first time,
 * and whoever reads the file does so (POSIX.1-2017, fcntl). The system takes the lock of a process that is killed away.
 */
public final class WriterLock implements Closeable {
    private static final String ENDING = ".lock";
    private static final long POLL_MS = 50;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until nobody else has it: a writer whose host was taken for dead finds out by itself that it is to stop.
     *
     * @throws IOException if another has it still; the message names the file
     */
    public static WriterLock await(Path file, Duration patience) throws IOException {
        long endNs = System.nanoTime() + patience.toNanos();
        FileChannel channel = open(file);
        while (taken(channel) == null) {
            if (System.nanoTime() > endNs) {
                channel.close();
                throw new IOException(file + " is written by another job, or by this job on another host, for "
                        + patience.toSeconds() + " s; one of them has to end");
            }
            pause(channel);
        }
        return new WriterLock(channel);
    }

    /** Whether somebody else has it. Not to be asked by a process that has it: it would lose it by this. */
    public static boolean isHeld(Path file) throws IOException {
        if (!Files.exists(beside(file))) {
            return false;
        }
        try (FileChannel channel = open(file)) {
            return taken(channel) == null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(beside(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    private static @Nullable FileLock taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static void pause(FileChannel channel) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        } catch (InterruptedException stopping) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while another writer was waited for");
        }
    }

    @Override
    public void close() throws IOException {
        // with it the lock is given back
        channel.close();
    }
}
