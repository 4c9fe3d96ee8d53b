package io.bandwatch.deploy.cli.acceptance.decoders;

import io.bandwatch.ingest.av.DecodedListener;
import io.bandwatch.ingest.av.Restart;
import io.bandwatch.ingest.av.ServiceDecoder;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.programme.LookAssembler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** One service that is decoded and measured as a job does it; the looks are counted and dropped. */
final class WatchedService implements DecodedListener, AutoCloseable {
    private static final long START_S = 120;
    private static final long STEP_MS = 20;

    private final LookAssembler assembler = new LookAssembler();
    private final ServiceDecoder decoder;
    private long looks;
    private long faults;
    private volatile boolean heard;

    WatchedService(String name, int programme) {
        decoder = new ServiceDecoder(name, Order.ofProgramme(programme), this);
    }

    /** Bytes of the multiplex; waits for the decoder. */
    void take(byte[] bytes, int from, int length) throws IOException, InterruptedException {
        decoder.give(bytes, from, length);
    }

    /** Waits until something came. */
    void awaitHeard() throws IOException, InterruptedException {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
        while (!heard) {
            if (System.nanoTime() > untilNs) {
                throw new IOException("nothing comes out of a decoder; see ./bandwatch doctor");
            }
            Thread.sleep(STEP_MS);
        }
    }

    synchronized long looks() {
        return looks;
    }

    synchronized long faults() {
        return faults;
    }

    long restarts() {
        return decoder.restarts();
    }

    /** Number of its process. */
    long process() {
        return decoder.processId().orElseThrow();
    }

    private void measure() {
        heard = true;
        while (assembler.next().isPresent()) {
            looks++;
        }
    }

    @Override
    public synchronized void track(Track track) {
        assembler.take(track);
    }

    @Override
    public synchronized void picture(Picture picture) {
        assembler.take(picture);
        measure();
    }

    @Override
    public synchronized void sound(Sound sound) {
        assembler.take(sound);
        measure();
    }

    @Override
    public synchronized void fault(Fault fault) {
        faults++;
        assembler.take(fault);
    }

    @Override
    public synchronized void restarted(Restart restart) {
        assembler.restarted();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
