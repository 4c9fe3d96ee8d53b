package io.bandwatch.ingest.programme;

import io.bandwatch.ingest.av.DecodedListener;
import io.bandwatch.ingest.av.Restart;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings what was decoded, on the decoder's thread, to whoever assembles looks on his own, and waits while he is behind. */
public final class Arrivals implements DecodedListener, AutoCloseable {
    /** Some seconds of pictures and sound; beyond, the decoder waits. */
    private static final int MOST_WAITING = 256;

    private static final long POLL_MS = 100;

    private final BlockingQueue<Consumer<LookAssembler>> decoded = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;

    @Override
    public void track(Track track) {
        bring(looks -> looks.take(track));
    }

    @Override
    public void picture(Picture picture) {
        bring(looks -> looks.take(picture));
    }

    @Override
    public void sound(Sound sound) {
        bring(looks -> looks.take(sound));
    }

    @Override
    public void fault(Fault fault) {
        bring(looks -> looks.take(fault));
    }

    @Override
    public void restarted(Restart restart) {
        interrupted();
    }

    /** What was given to the decoder last is lost. */
    public void interrupted() {
        bring(LookAssembler::restarted);
    }

    private void bring(Consumer<LookAssembler> what) {
        try {
            while (!closed && !decoded.offer(what, POLL_MS, TimeUnit.MILLISECONDS)) {
                // who assembles is behind
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What came next.
     *
     * @param patienceMs how long to wait for it
     * @return what is to be done with it, or null where nothing came
     */
    public @Nullable Consumer<LookAssembler> next(long patienceMs) throws InterruptedException {
        return decoded.poll(patienceMs, TimeUnit.MILLISECONDS);
    }

    /** Nobody assembles any more: what comes is dropped. */
    @Override
    public void close() {
        closed = true;
        decoded.clear();
    }
}
