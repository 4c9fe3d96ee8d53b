package io.bandwatch.ingest.live.preroll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the raw bytes of one feed in its ring, on a thread of its own: measuring never waits for a disk. A look that cannot be kept is
 * left out and counted, and a line of the log says so when that begins and when it is over.
 */
public final class PrerollWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrerollWriter.class);

    /** Looks that wait for the disk: two seconds of samples. */
    private static final int MOST_WAITING = 10;

    private static final long PATIENCE_MS = 5000;
    private static final long POLL_MS = 100;

    private final String feed;
    private final RawSource source;
    private final PrerollSettings settings;
    private final BlockingQueue<RawLook> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOutBytes = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable RingFolder ring;
    private boolean keeping = true;

    /** A writer that begins at once. */
    public PrerollWriter(String feed, RawSource source, PrerollSettings settings) {
        this.feed = feed;
        this.source = source;
        this.settings = settings;
        this.thread = new Thread(this::run, "preroll-" + feed);
        thread.setDaemon(true);
        thread.start();
    }

    /** What hands it the looks. */
    public RawTap tap() {
        return new RawTap(this::offer);
    }

    private void offer(RawLook look) {
        if (!waiting.offer(look)) {
            leftOutBytes.addAndGet(look.bytes().length);
        }
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                RawLook look = waiting.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (look != null) {
                    keep(look);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(RawLook look) {
        try {
            RingFolder open = ring;
            if (open == null) {
                Path folder = Files.createDirectories(settings.ring(feed));
                open = new RingFolder(folder, source, settings, Room.on(folder, settings.leastFreeBytes()));
                ring = open;
            }
            open.put(look);
            if (!keeping) {
                LOG.info("feed {}: raw bytes are kept again", feed);
                keeping = true;
            }
        } catch (IOException unkept) {
            leftOutBytes.addAndGet(look.bytes().length);
            if (keeping) {
                LOG.warn(
                        "feed {}: raw bytes are not kept, incidents will have no evidence: {}",
                        feed,
                        unkept.toString());
                keeping = false;
            }
        }
    }

    /** Bytes of looks that could not be kept. */
    long leftOutBytes() {
        return leftOutBytes.get();
    }

    /** What was handed over is kept. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
