package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.OrderWriter;
import io.bandwatch.ingest.av.wire.ReportReader;
import io.bandwatch.ingest.gst.ChildClassPath;
import io.bandwatch.ingest.gst.decode.DecoderChild;
import io.bandwatch.ingest.live.receive.ProgramMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One decoder process with the threads that write to it and read from it. It ends by itself, is ended, or is found to hang
 * while it has something to do.
 */
final class DecoderProcess {
    private static final long PATIENCE_MS = 2000;

    /**
     * Has glibc keep the memory of a picture for the next one (mallopt(3)); else it is given back and asked for anew, zeroed,
     * 25 times a second.
     */
    private static final Map<String, String> KEPT_MEMORY =
            Map.of("MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "67108864");

    private final Process process;
    private final Backlog backlog = new Backlog();
    private final Hearing hearing;
    private final HangWatch hangs;
    private final ProgramMessages messages;
    private final Thread writing;
    private final Thread reading;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable RuntimeException> listenerFailure = new AtomicReference<>();
    private final long startedNs = System.nanoTime();
    private volatile boolean ended;

    DecoderProcess(String name, Order order, DecodedSink sink) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        KEPT_MEMORY.forEach(builder.environment()::putIfAbsent);
        process = builder.start();
        hearing = new Hearing(sink, DecoderProcess::nowMs);
        hangs = new HangWatch(
                () -> process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L));
        messages = new ProgramMessages(name, process.getErrorStream());
        OrderWriter orders = new OrderWriter(process.getOutputStream());
        writing = new Thread(() -> write(orders, order), "decoder-orders-" + name);
        reading = new Thread(this::read, "decoder-reports-" + name);
        writing.setDaemon(true);
        reading.setDaemon(true);
        messages.start();
        writing.start();
        reading.start();
    }

    private static List<String> command() {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx192m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-cp",
                ChildClassPath.of(DecoderChild.class),
                DecoderChild.class.getName());
    }

    Backlog backlog() {
        return backlog;
    }

    long pid() {
        return process.pid();
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    long lastedMs() {
        return (System.nanoTime() - startedNs) / 1_000_000;
    }

    /** Everything was decoded and said. */
    boolean ended() {
        return ended;
    }

    /** What became of it, once it cannot be used any more; none before. */
    @Nullable
    String failure() {
        RuntimeException inListener = listenerFailure.get();
        if (inListener != null) {
            throw inListener;
        }
        boolean hung = failure.get() == null && !ended && backlog.waiting() && hangs.hangs(hearing.lastMs(), nowMs());
        if (hung) {
            fail("said nothing for " + HangWatch.SILENT_MS / 1000 + " s and was ended");
        }
        return failure.get();
    }

    /** Waits until it has said everything, or cannot any more; at most so long. */
    void await(long patienceMs) throws InterruptedException {
        reading.join(patienceMs);
    }

    void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS);
        backlog.end();
        writing.join(PATIENCE_MS);
        reading.join(PATIENCE_MS);
        messages.join();
    }

    private void fail(String reason) {
        failure.compareAndSet(null, reason);
        process.destroyForcibly();
    }

    private void write(OrderWriter orders, Order order) {
        try {
            orders.order(order);
            for (byte[] bytes = backlog.next(); bytes != null; bytes = backlog.next()) {
                orders.bytes(bytes, 0, bytes.length);
            }
            orders.nothingFollows();
        } catch (IOException gone) {
            // the reading thread finds out why
            hearing.heard();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            new ReportReader(process.getInputStream()).listen(hearing, this::taken);
            ended = true;
        } catch (IOException broken) {
            fail(reason(broken));
        } catch (RuntimeException inListener) {
            listenerFailure.set(inListener);
            fail(inListener.toString());
        } catch (OutOfMemoryError none) {
            // else this thread would be gone, and the service would seem to have ended
            listenerFailure.set(new IllegalStateException("no memory for what a decoder brings; raise -Xmx", none));
            fail(none.toString());
        }
    }

    private void taken(long bytes) {
        hearing.heard();
        backlog.taken(bytes);
    }

    private String reason(IOException broken) {
        try {
            boolean gone = process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS);
            if (gone && process.exitValue() != 0) {
                return "ended with exit code " + process.exitValue();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        return "said what nobody understands: " + broken.getMessage();
    }
}
