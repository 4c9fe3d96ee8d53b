package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The standard output of a program. What it writes on its standard error is logged. */
final class ProgramTransport implements Transport {
    private static final int READ_BYTES = 1 << 15;
    private static final long PATIENCE_S = 2;

    private final String feed;
    private final String shown;
    private final List<String> command;
    private final Input input;
    private final long silentMs;
    private final TransportCounts counts;
    private final BlockWriter writer;
    private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

    ProgramTransport(Call call, TransportCounts counts, BlockWriter writer) {
        this.feed = call.feed();
        this.shown = call.shown();
        this.command = call.command();
        this.input = call.input();
        this.silentMs = call.silentMs();
        this.counts = counts;
        this.writer = writer;
    }

    /**
     * What is called.
     *
     * @param feed id of the feed, for messages
     * @param shown what to call the program in messages
     * @param command program and arguments
     * @param input what it is given on its standard input, where nobody else can see it
     * @param silentMs how long it may write nothing before it is ended and started again, ms; 0 where it may be silent for ever, as who
     *     waits for a sender is
     */
    record Call(String feed, String shown, List<String> command, Input input, long silentMs) {}

    /** What a program is given. */
    interface Input {
        /** Read when it is started: what it names may have changed. */
        String text() throws IOException;
    }

    @Override
    public String receive(BooleanSupplier stopped) throws IOException, InterruptedException {
        byte[] given = input.text().getBytes(StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(command).start();
        running.set(process);
        counts.add(Count.OPENINGS, 1);
        ProgramMessages messages = new ProgramMessages(feed, process.getErrorStream());
        messages.start();
        try (SilenceWatch silence =
                new SilenceWatch(feed, silentMs == 0 ? Long.MAX_VALUE : silentMs, () -> end(process))) {
            writer.opened();
            try (OutputStream in = process.getOutputStream()) {
                in.write(given);
            }
            read(process.getInputStream(), stopped, silence);
            process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            if (silence.ended()) {
                return shown + " wrote nothing for " + silentMs + " ms and was ended";
            }
            return shown + (process.isAlive() ? " closed its output" : " ended with exit code " + process.exitValue());
        } finally {
            end(process);
            messages.join();
        }
    }

    private void read(InputStream out, BooleanSupplier stopped, SilenceWatch silence) throws InterruptedException {
        byte[] bytes = new byte[READ_BYTES];
        try {
            for (int got = out.read(bytes); got >= 0 && !stopped.getAsBoolean(); got = out.read(bytes)) {
                silence.heard();
                writer.add(bytes, 0, got);
                long nowNs = System.nanoTime();
                writer.stamp(nowNs, nowNs);
            }
        } catch (IOException closed) {
            // the stream of a process that was ended
            writer.flush();
            return;
        }
        writer.flush();
    }

    @Override
    public void interrupt() {
        Process process = running.get();
        if (process != null) {
            end(process);
        }
    }

    /** With the programs that a shell started for it. */
    private static void end(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
