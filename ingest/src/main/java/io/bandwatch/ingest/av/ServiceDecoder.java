package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.live.receive.BackOff;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one service of a transport stream, or a media file, in a process of its own. A process that ends, says nonsense or
 * hangs is replaced: at once the first time, then ever later; what it had begun with is lost and told, what it had not is given
 * to the next. Bytes that end two processes in a row are not given to a third. A file is not begun again.
 *
 * <p>Calls come from one thread; the listener is called by another.
 */
public final class ServiceDecoder implements AutoCloseable {
    private static final long STEP_MS = 100;
    private static final int CHUNK_BYTES = 1 << 15;

    private final String name;
    private final CountingSink sink;
    private final BackOff backOff = new BackOff();
    private final Order order;
    private volatile @Nullable DecoderProcess process;
    private List<byte[]> left = List.of();
    private boolean failedBefore;
    private long notBeforeNs = System.nanoTime();
    private long restarts;
    private long droppedBytes;

    /**
     * Prepares the decoding; a process is started when it is needed.
     *
     * @param name of the service, for threads and messages
     */
    public ServiceDecoder(String name, Order order, DecodedListener listener) {
        this.name = name;
        this.order = order;
        this.sink = new CountingSink(listener);
    }

    /** Takes bytes of the transport stream, cut anywhere; waits for room, and for a process that has to be started again. */
    public void give(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        for (int at = offset; at < offset + length; at += CHUNK_BYTES) {
            byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(offset + length, at + CHUNK_BYTES));
            boolean given = false;
            while (!given) {
                DecoderProcess running = running();
                if (running == null) {
                    Thread.sleep(STEP_MS);
                } else {
                    given = running.backlog().give(chunk, STEP_MS);
                }
            }
        }
    }

    /**
     * Takes bytes of a stream that cannot wait.
     *
     * @return whether there was room for them; where not, they are dropped
     */
    public boolean offer(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        DecoderProcess running = running();
        boolean given =
                running != null && running.backlog().give(Arrays.copyOfRange(bytes, offset, offset + length), 1);
        droppedBytes += given ? 0 : length;
        return given;
    }

    /** Nothing follows: waits until everything is decoded. */
    public void finish() throws IOException, InterruptedException {
        DecoderProcess running = null;
        while (running == null || !running.ended()) {
            running = process != null || restarts == 0 || !left.isEmpty() ? running() : null;
            if (running == null) {
                if (!order.file().isEmpty() || left.isEmpty()) {
                    return;
                }
                Thread.sleep(STEP_MS);
            } else {
                running.backlog().end();
                running.await(STEP_MS);
            }
        }
        close();
    }

    /** What came out of a track so far. */
    public TrackCounts counts(int track) {
        return sink.counts(track);
    }

    /** What came out of all tracks so far, by their numbers. */
    public Map<Integer, TrackCounts> counts() {
        return sink.counts();
    }

    /** Processes that had to be replaced. */
    public long restarts() {
        return restarts;
    }

    /** Bytes that found no room. */
    public long droppedBytes() {
        return droppedBytes;
    }

    /** Number of the process, while there is one. */
    public OptionalLong processId() {
        DecoderProcess running = process;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    @Override
    public void close() {
        DecoderProcess running = process;
        process = null;
        try {
            if (running != null) {
                running.close();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process, a new one if the last failed and its time has come. */
    private @Nullable DecoderProcess running() throws IOException {
        DecoderProcess now = process;
        if (now != null) {
            String failure = now.failure();
            if (failure == null) {
                return now;
            }
            bury(now, failure);
        }
        boolean never = !order.file().isEmpty() && restarts > 0;
        if (never || System.nanoTime() < notBeforeNs) {
            return null;
        }
        DecoderProcess started = new DecoderProcess(name, order, sink.begun());
        left.forEach(started.backlog()::add);
        left = List.of();
        process = started;
        return started;
    }

    private void bury(DecoderProcess failed, String failure) {
        long pauseMs = restarts == 0 ? 0 : backOff.afterMs(failed.lastedMs());
        close();
        boolean tookNothing = failedBefore && failed.backlog().takenBytes() == 0;
        left = tookNothing ? List.of() : failed.backlog().left();
        failedBefore = true;
        restarts++;
        notBeforeNs = System.nanoTime() + pauseMs * 1_000_000;
        if (order.file().isEmpty()) {
            sink.restarted(new Restart(
                    "the decoder " + failure, pauseMs, failed.backlog().takenBytes()));
        } else {
            sink.fault(new Fault(Fault.SERVICE, "the decoder " + failure));
        }
    }
}
