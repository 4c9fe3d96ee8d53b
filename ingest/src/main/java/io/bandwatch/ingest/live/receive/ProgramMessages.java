package io.bandwatch.ingest.live.receive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a program says, {@value #MOST} lines every ten seconds, and how many more there were. */
public final class ProgramMessages {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramMessages.class);
    private static final int MOST = 20;
    private static final long SPAN_NS = 10_000_000_000L;
    private static final long PATIENCE_MS = 1000;

    private final String feed;
    private final InputStream lines;
    private final Thread thread;

    /**
     * Prepares the reading.
     *
     * @param feed what the lines are logged for
     * @param lines what the program writes
     */
    public ProgramMessages(String feed, InputStream lines) {
        this.feed = feed;
        this.lines = lines;
        this.thread = new Thread(this::read, "messages-" + feed);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void join() throws InterruptedException {
        thread.join(PATIENCE_MS);
    }

    private void read() {
        long spanNs = System.nanoTime();
        long said = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (System.nanoTime() - spanNs >= SPAN_NS) {
                    tellHidden(said);
                    spanNs = System.nanoTime();
                    said = 0;
                }
                if (said++ < MOST && !line.isBlank()) {
                    LOG.warn("feed {}: {}", feed, line);
                }
            }
        } catch (IOException closed) {
            LOG.debug("feed {}: its messages ended: {}", feed, closed.getMessage());
        }
        tellHidden(said);
    }

    private void tellHidden(long said) {
        if (said > MOST) {
            LOG.warn("feed {}: and {} more lines", feed, said - MOST);
        }
    }
}
