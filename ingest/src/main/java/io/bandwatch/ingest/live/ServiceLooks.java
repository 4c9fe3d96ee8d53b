package io.bandwatch.ingest.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.services.LiveServices;
import io.bandwatch.signal.TsFrame;
import java.time.InstantSource;

/** Looks at a stream, and at pictures and sound of its services. Not thread-safe. */
final class ServiceLooks implements Looks {
    private final StreamLooks stream;
    private final LiveServices services;
    private final Destination out;

    /** @param waits whether the stream can wait for decoders */
    ServiceLooks(
            StreamLooks.Manner manner,
            ServiceChoice choice,
            boolean waits,
            TransportCounts transport,
            Destination out,
            LiveFeed.Clocks clocks) {
        InstantSource day = clocks.day();
        this.out = out;
        this.services = new LiveServices(
                manner.feed(),
                choice,
                waits,
                ns -> day.instant().plusNanos(ns - clocks.steady().getAsLong()),
                out::take);
        this.stream = new StreamLooks(
                manner, transport, this::listed, day, clocks.steady().getAsLong());
    }

    private void listed(FeedFrame look) throws InterruptedException {
        TsFrame frame = look.ts();
        if (frame != null && frame.stream() != null) {
            services.listed(frame.stream().services());
        }
        out.take(look);
    }

    @Override
    public void take(Block block, long nowNs) throws InterruptedException {
        stream.take(block, nowNs);
        services.take(block.bytes(), 0, block.size(), nowNs);
        services.tell(nowNs);
    }

    @Override
    public void passed(long nowNs) throws InterruptedException {
        stream.passed(nowNs);
        services.tell(nowNs);
    }

    @Override
    public void stoodStill(long nowNs) throws InterruptedException {
        stream.stoodStill(nowNs);
    }

    @Override
    public void end(long nowNs) throws InterruptedException {
        services.end(nowNs);
        stream.end(nowNs);
    }

    @Override
    public long streamNs() {
        return stream.streamNs();
    }

    @Override
    public void close() {
        services.close();
    }
}
