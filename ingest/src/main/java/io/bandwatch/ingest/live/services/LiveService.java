package io.bandwatch.ingest.live.services;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.programme.Arrivals;
import io.bandwatch.ingest.programme.LookAssembler;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.ingest.programme.Prints;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One service that is decoded while its stream comes. Nobody waits for the decoder: where it is too slow for what comes, all that waits is
 * dropped and it begins anew, so that nothing broken by us is seen. Bytes are given and looks taken by one thread.
 */
final class LiveService implements AutoCloseable {
    /** Chunks that can wait: 6.7 s at 40 Mbit/s. */
    private static final int MOST_WAITING = 1024;

    private static final byte[] NOTHING_FOLLOWS = {};
    private static final long POLL_MS = 100;
    private static final long PATIENCE_MS = 5000;
    private static final long LAST_PATIENCE_NS = 20_000_000_000L;

    private final Arrivals decoded = new Arrivals();
    private final LookAssembler assembler;
    private final ServiceDecoder decoder;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final boolean waits;
    private final AtomicBoolean overrun = new AtomicBoolean();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread feeding;

    /**
     * @param name for threads and messages
     * @param waits whether the stream can wait for the decoder
     */
    LiveService(String name, int programme, DecodingDepth depth, boolean waits) {
        this.waits = waits;
        Prints prints = depth == DecodingDepth.SAMPLES ? Prints.NONE : Prints.ALL;
        this.assembler = new LookAssembler(Onlooker.NOBODY, LookAssembler.STREAM_LATE_NS, prints);
        this.decoder = new ServiceDecoder(name, Order.ofProgramme(programme).withDepth(depth), decoded);
        this.feeding = new Thread(this::feed, "feeding-" + name);
        feeding.setDaemon(true);
        feeding.start();
    }

    /** Takes bytes of the stream, which nobody changes any more. */
    void give(byte[] chunk) throws InterruptedException {
        if (waits) {
            while (feeding.isAlive() && !waiting.offer(chunk, POLL_MS, TimeUnit.MILLISECONDS)) {
                // a file waits
            }
        } else if (!waiting.offer(chunk)) {
            waiting.clear();
            overrun.set(true);
        }
    }

    private void feed() {
        try (decoder) {
            while (true) {
                byte[] chunk = waiting.take();
                if (chunk.length == 0) {
                    decoder.finish();
                    return;
                }
                if (overrun.getAndSet(false)) {
                    decoder.close();
                    decoded.interrupted();
                }
                decoder.give(chunk, 0, chunk.length);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException broken) {
            failure.set(broken);
        }
    }

    /** Nothing follows: what was given is decoded to its end, unless that takes too long. */
    void end() throws InterruptedException {
        long untilNs = System.nanoTime() + LAST_PATIENCE_NS;
        while (feeding.isAlive() && !waiting.offer(NOTHING_FOLLOWS, POLL_MS, TimeUnit.MILLISECONDS)) {
            // behind what waits
        }
        while (feeding.isAlive() && System.nanoTime() < untilNs) {
            Consumer<LookAssembler> what = decoded.next(POLL_MS);
            if (what != null) {
                what.accept(assembler);
            }
        }
        for (Consumer<LookAssembler> what = decoded.next(0); what != null; what = decoded.next(0)) {
            what.accept(assembler);
        }
        assembler.end();
    }

    /** The next look, if it is complete. */
    Optional<LookAssembler.Look> next() throws InterruptedException {
        Optional<LookAssembler.Look> look = assembler.next();
        while (look.isEmpty()) {
            Consumer<LookAssembler> what = decoded.next(0);
            if (what == null) {
                return look;
            }
            what.accept(assembler);
            look = assembler.next();
        }
        return look;
    }

    /** How far what was decoded goes beyond the looks so far, ns. */
    long aheadNs() {
        return assembler.aheadNs();
    }

    /** Why it cannot be decoded any more, or null. */
    @Nullable
    Exception failure() {
        return failure.get();
    }

    @Override
    public void close() {
        decoded.close();
        feeding.interrupt();
        try {
            feeding.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
