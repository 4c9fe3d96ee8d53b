package io.bandwatch.ingest.live;

import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.receive.Visits;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A live receiver whose samples are handed over by the caller, as fast as he has them; time is the time of the samples. All behind
 * the connection is as in a feed: visits, blocks, frames, rounds, looks. So hours of a receiver can be watched in minutes, with the
 * same looks each time. Not thread-safe.
 */
public final class HandedSamples {
    /** 128 blocks of 64 KiB. */
    private static final int RING_BLOCKS = 128;

    private final BlockRing ring = new BlockRing(RING_BLOCKS);
    private final List<FeedFrame> looked = new ArrayList<>();
    private final double rateHz;
    private final int sampleBytes;
    private final BlockWriter writer;
    private final Visits visits;
    private final BandLooks looks;
    private long samples;

    /**
     * @param feed name of the feed
     * @param start time of the first sample
     * @param tuner is told where to tune to
     */
    public HandedSamples(String feed, ReceiverSettings settings, Instant start, Visits.Tuner tuner) {
        TransportCounts counts = new TransportCounts();
        this.rateHz = settings.rateHz();
        this.sampleBytes = settings.format().sampleBytes();
        this.writer = BlockWriter.at(settings.plan().centersHz().get(0), ring, counts, false);
        this.visits = new Visits(settings, tuner, writer);
        this.looks = new BandLooks(
                feed, settings, counts, looked::add, Workers.ALONE, RawTap.NONE, () -> start.plusNanos(nowNs()), 0);
    }

    /** The receiver is there: it is tuned for the first time. */
    public void open() throws IOException, InterruptedException {
        writer.opened();
        visits.begin();
    }

    /** Takes samples, and tunes the receiver where the plan says so. */
    public void take(byte[] bytes, int count) throws IOException, InterruptedException {
        samples += count;
        visits.take(bytes, count * sampleBytes, nowNs());
        measure();
    }

    /** Nothing follows. */
    public void end() throws InterruptedException {
        writer.flush();
        measure();
        looks.end(nowNs());
    }

    /** The looks since the last call. */
    public List<FeedFrame> looks() {
        List<FeedFrame> taken = List.copyOf(looked);
        looked.clear();
        return taken;
    }

    private void measure() throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            looks.take(block, nowNs());
            ring.release(block);
        }
    }

    private long nowNs() {
        return Math.round(samples / rateHz * 1e9);
    }
}
