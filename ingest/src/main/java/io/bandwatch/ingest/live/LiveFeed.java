package io.bandwatch.ingest.live;

import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.frames.CoreWorkers;
import io.bandwatch.ingest.live.address.DatagramAddress;
import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.ingest.live.preroll.PrerollWriter;
import io.bandwatch.ingest.live.preroll.RawSource;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.receive.Receiver;
import io.bandwatch.ingest.live.receive.Receivers;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One live feed under way: its receiver, and a thread that measures what was received and puts the looks into a queue. Where
 * nobody takes them, the thread waits, and what the ring cannot hold then is dropped there.
 */
public final class LiveFeed implements AutoCloseable {
    /** 128 blocks of 64 KiB: 1.7 s at 40 Mbit/s; of samples as much as comes in so long. */
    private static final int RING_BLOCKS = 128;

    /** What can wait is read ahead by little: what was read and not measured yet is told as pending. */
    private static final int WAITING_BLOCKS = 2;

    private static final double RING_S = 2;
    private static final int BLOCK_BYTES = 1 << 16;

    /** Receivers that are slower than this are measured by one thread each, S/s. */
    private static final double SHARED_FROM_HZ = 8e6;

    private static final long POLL_NS = 50_000_000;
    private static final long PATIENCE_MS = 5000;

    /** A wait of {@link #POLL_NS} that took so long: the machine slept, or gave this process no time. */
    private static final long STOOD_STILL_NS = 2_000_000_000;

    private final BlockRing ring;
    private final TransportCounts counts = new TransportCounts();
    private final Clocks clocks;
    private final @Nullable Duration atMost;
    private final Looks looks;
    private final @Nullable CoreWorkers workers;
    private final Pace pace;
    private final boolean readAhead;
    private final @Nullable PrerollWriter kept;
    private final Receiver receiver;
    private final Thread thread;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * The clocks of a feed.
     *
     * @param day tells the time of day, and may be set
     * @param steady ns from any origin, which nobody sets; what receivers stamp arrivals with
     */
    public record Clocks(InstantSource day, LongSupplier steady) {
        /** Those of this machine. */
        public static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);
    }

    /**
     * @param spec name and address
     * @param atMost how long to watch, or null for as long as it lasts
     * @param preroll how much of its raw bytes is kept on this host, or null for nothing
     * @param out takes the looks; the last is that of the end
     */
    public LiveFeed(
            LiveFeedSpec spec,
            @Nullable Duration atMost,
            @Nullable PrerollSettings preroll,
            BlockingQueue<FeedFrame> out,
            Clocks clocks) {
        this.clocks = clocks;
        this.atMost = atMost;
        FeedAddress address = spec.parsed();
        ReceiverSettings settings = spec.receiver();
        this.kept = preroll == null ? null : new PrerollWriter(spec.feed(), source(settings), preroll);
        RawTap tap = kept == null ? RawTap.NONE : kept.tap();
        this.ring = new BlockRing(settings == null ? RING_BLOCKS : blocks(settings, address));
        this.receiver = Receivers.of(spec, ring, counts);
        this.pace = Pace.of(address);
        this.readAhead = settings != null && Receivers.canWait(address);
        this.workers = settings == null || settings.rateHz() < SHARED_FROM_HZ ? null : new CoreWorkers();
        this.looks = settings == null
                ? streamLooks(spec, address, tap, out)
                : new BandLooks(
                        spec.feed(),
                        settings,
                        counts,
                        out::put,
                        workers == null ? Workers.ALONE : workers,
                        tap,
                        clocks.day(),
                        clocks.steady().getAsLong());
        this.thread = new Thread(this::run, "live-" + spec.feed());
        thread.setDaemon(true);
    }

    private Looks streamLooks(LiveFeedSpec spec, FeedAddress address, RawTap tap, BlockingQueue<FeedFrame> out) {
        StreamLooks.Manner manner = new StreamLooks.Manner(spec.feed(), address instanceof DatagramAddress, tap);
        return spec.decoded().any()
                ? new ServiceLooks(manner, spec.decoded(), Receivers.canWait(address), counts, out::put, clocks)
                : new StreamLooks(
                        manner, counts, out::put, clocks.day(), clocks.steady().getAsLong());
    }

    private static int blocks(ReceiverSettings settings, FeedAddress address) {
        if (Receivers.canWait(address)) {
            return WAITING_BLOCKS;
        }
        double bytes = RING_S * settings.rateHz() * settings.format().sampleBytes();
        return Math.max(RING_BLOCKS, (int) Math.ceil(bytes / BLOCK_BYTES));
    }

    private static RawSource source(@Nullable ReceiverSettings settings) {
        return settings == null
                ? RawSource.stream()
                : new RawSource(settings.format().label(), settings.format().sampleBytes(), settings.rateHz());
    }

    /** Begins to receive and to measure. */
    public void start() {
        receiver.start();
        thread.start();
    }

    /** Why measuring ended before its time, or null. */
    public @Nullable RuntimeException failure() {
        return failure.get();
    }

    private void run() {
        try {
            measure();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            failure.set(broken);
        } catch (Error broken) {
            // such as no memory: the job fails by it, and is started again
            failure.set(new IllegalStateException(thread.getName() + " can be measured no more: " + broken, broken));
        }
    }

    private void measure() throws InterruptedException {
        long fromNs = clocks.steady().getAsLong();
        while (!ring.isFinished() && !isOver(fromNs)) {
            long askedNs = clocks.steady().getAsLong();
            Block block = ring.take(POLL_NS);
            long nowNs = clocks.steady().getAsLong();
            if (nowNs - askedNs >= STOOD_STILL_NS) {
                looks.stoodStill(nowNs);
            }
            if (block == null) {
                looks.passed(nowNs);
                continue;
            }
            if (readAhead) {
                block.comesNow(nowNs);
            }
            looks.take(block, nowNs);
            ring.release(block);
            TimeUnit.NANOSECONDS.sleep(
                    pace.waitNs(looks.streamNs(), clocks.steady().getAsLong()));
        }
        looks.end(clocks.steady().getAsLong());
    }

    private boolean isOver(long fromNs) {
        return atMost != null && clocks.steady().getAsLong() - fromNs >= atMost.toNanos();
    }

    /** Ends receiver and measuring; no more looks come. */
    @Override
    public void close() {
        thread.interrupt();
        receiver.close();
        if (workers != null) {
            workers.close();
        }
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        looks.close();
        if (kept != null) {
            kept.close();
        }
    }
}
