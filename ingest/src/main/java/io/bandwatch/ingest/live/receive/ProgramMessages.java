package io.bandwatch.ingest.live.receive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a program says, {@value #MOST} lines every ten seconds, and how many more there were. */
public final class ProgramMessages {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramMessages.class);
    private static final int MOST = 20;

    /** Of a longer line nothing more is kept, characters. */
    static final int LONGEST = 2000;

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
        try (Reader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = line(reader); line != null; line = line(reader)) {
                if (System.nanoTime() - spanNs >= SPAN_NS) {
                    tellHidden(said);
                    spanNs = System.nanoTime();
                    said = 0;
                }
                if (!line.isBlank() && said++ < MOST) {
                    LOG.warn("feed {}: {}", feed, line);
                }
            }
        } catch (IOException closed) {
            LOG.debug("feed {}: its messages ended: {}", feed, closed.getMessage());
        }
        tellHidden(said);
    }

    /** The begin of the next line, which may have no end; null where there is none. */
    static @Nullable String line(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int one = reader.read();
        if (one < 0) {
            return null;
        }
        while (one >= 0 && one != '\n' && one != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) one);
            }
            one = reader.read();
        }
        return line.toString();
    }

    private void tellHidden(long said) {
        if (said > MOST) {
            LOG.warn("feed {}: and {} more lines", feed, said - MOST);
        }
    }
}
