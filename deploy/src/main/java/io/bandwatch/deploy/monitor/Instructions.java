package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.registers.RegisterFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the service is told while it runs: what is in the registers, and of its configuration where they are, the detectors, and who is
 * told of what. Not thread-safe.
 */
final class Instructions {
    private final MonitorConfig first;
    private final @Nullable Path file;
    private final PrintWriter err;
    private MonitorConfig used;

    /**
     * Those that a service starts with.
     *
     * @param file that they were read from, or null where it is not looked at again
     * @param err where people are told what happens
     */
    Instructions(MonitorConfig first, @Nullable Path file, PrintWriter err) {
        this.first = first;
        this.file = file;
        this.err = err;
        this.used = first;
    }

    /**
     * As they are at a time.
     *
     * @param fingerprint that they had when they began to be read: what is written meanwhile is found by the next look
     * @param rest whether something else has changed, which only another start takes up
     */
    record Reading(MonitorConfig config, JudgingSettings judging, String fingerprint, boolean rest) {}

    /** What can be seen of them now, without using them. */
    String fingerprint() {
        return fingerprint(used);
    }

    private String fingerprint(MonitorConfig config) {
        String own = file == null ? "" : RegisterFiles.sha256(file.toAbsolutePath());
        return own + " " + new RegisterWatch(config.registers()).fingerprint();
    }

    /**
     * Reads them.
     *
     * @throws UnusableInputException if they cannot be used; then those that were are still in use
     */
    Reading read() throws IOException {
        String own = fingerprint(used);
        MonitorConfig written = file == null ? first : ConfigFile.read(file);
        MonitorConfig next = first.told(written);
        PushChannels.check(next, System.getenv());
        // they may lie elsewhere now
        String fingerprint = next.registers().equals(used.registers()) ? own : fingerprint(next);
        Reading reading = new Reading(next, Judging.of(next, err), fingerprint, !next.equals(written));
        used = next;
        return reading;
    }
}
