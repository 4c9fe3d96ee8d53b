package io.bandwatch.deploy.bench;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A recording played again and again into a named pipe, as fast as it is read. Where it begins anew the signal jumps, as it
 * does where a receiver loses samples.
 */
final class LoopedFeed implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path pipe;
    private final MappedByteBuffer recording;
    private final long bytes;
    private final long markAt;
    private final Runnable atMark;
    private final Thread writer;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /**
     * @param pipe where the pipe is made
     * @param recording file of samples; mapped, as it would take much of the heap that is measured
     * @param bytes how many are played in all
     * @param markAt after how many of them {@code atMark} is called, on the writing thread
     */
    LoopedFeed(Path pipe, Path recording, long bytes, long markAt, Runnable atMark)
            throws IOException, InterruptedException {
        this.pipe = pipe;
        try (FileChannel file = FileChannel.open(recording)) {
            this.recording = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        }
        this.bytes = bytes;
        this.markAt = markAt;
        this.atMark = atMark;
        int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        if (made != 0) {
            throw new IOException("mkfifo cannot make " + pipe + "; run the benchmark where named pipes are known");
        }
        this.writer = new Thread(this::write, "looped-feed");
        writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    /** Id of the thread that plays, whose work is not the job's. */
    long thread() {
        return writer.getId();
    }

    private void write() {
        try (FileChannel out = FileChannel.open(pipe, StandardOpenOption.WRITE)) {
            boolean marked = false;
            for (long done = 0; done < bytes; ) {
                if (!marked && done >= markAt) {
                    atMark.run();
                    marked = true;
                }
                int from = (int) (done % recording.capacity());
                int count = (int) Math.min(bytes - done, Math.min(CHUNK_BYTES, recording.capacity() - from));
                done += out.write(recording.slice(from, count));
            }
        } catch (IOException failed) {
            failure.set(failed);
        }
    }

    /** Fails if not all could be played. */
    void check() throws IOException {
        IOException failed = failure.get();
        if (failed != null) {
            throw new IOException("the job stopped reading: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pipe);
    }
}
