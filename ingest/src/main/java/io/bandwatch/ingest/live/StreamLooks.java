package io.bandwatch.ingest.live;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.LiveTimes;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsSplice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes looks of the blocks of one feed: one for each second of the stream, and one for each second in which nothing comes.
 * A look in which nothing came repeats the counts of the one before it. Time is given by the caller. Not thread-safe.
 *
 * <p>With arrival times, the stream is judged by them, and what comes after {@link LiveTimes#SILENCE_NS a silence} is a stretch
 * of its own. Without, it is judged by its own clock references, and may come in bursts.
 */
final class StreamLooks implements Looks {
    static final long LOOK_NS = 1_000_000_000;

    /** 0.5 % of a look. */
    private static final long SLEW_NS = 5_000_000;

    /** A look that the stream does not end in time is ended by our clock. */
    private static final long GRACE_NS = 200_000_000;

    private final String feed;
    private final boolean byArrival;
    private final RawTap tap;
    private final TransportCounts transport;
    private final Destination out;
    private final LookClock clock;
    private TsObservation last = new TsMeter().observe();
    private @Nullable TsMeter meter;
    private long packetsBefore;
    private long observedNs;
    private long lookFromNs;
    private Instant lookFrom;
    private long lastByteNs;
    private boolean bytesInLook;
    private boolean silence;

    /**
     * What a feed is called and how its time is told.
     *
     * @param feed id of the feed
     * @param byArrival whether pieces have arrival times
     * @param tap gets the bytes that looks are made of
     */
    record Manner(String feed, boolean byArrival, RawTap tap) {
        Manner(String feed, boolean byArrival) {
            this(feed, byArrival, RawTap.NONE);
        }
    }

    StreamLooks(Manner manner, TransportCounts transport, Destination out, InstantSource day, long nowNs) {
        this.feed = manner.feed();
        this.byArrival = manner.byArrival();
        this.tap = manner.tap();
        this.transport = transport;
        this.out = out;
        this.clock = new LookClock(day, nowNs, SLEW_NS);
        this.lookFromNs = nowNs;
        this.lookFrom = clock.reached();
    }

    @Override
    public void take(Block block, long nowNs) throws InterruptedException {
        clock.compare(nowNs);
        if (block.beginsAnew()) {
            endStretch(lastByteNs);
        }
        for (int piece = 0; piece < block.pieces(); piece++) {
            long arrivalNs = byArrival ? block.arrivalNs(piece) : nowNs;
            if (byArrival && meter != null && arrivalNs - lastByteNs >= LiveTimes.SILENCE_NS) {
                endStretch(lastByteNs);
            }
            lastByteNs = arrivalNs;
            take(block, piece, nowNs);
        }
    }

    private void take(Block block, int piece, long nowNs) throws InterruptedException {
        TsMeter current = meter;
        if (current == null) {
            current = new TsMeter();
            meter = current;
            transport.begun();
        }
        silence = false;
        bytesInLook = true;
        int from = block.from(piece);
        int length = block.until(piece) - from;
        if (byArrival) {
            current.accept(block.bytes(), from, length, block.arrivalNs(piece));
            tap.add(block.bytes(), from, length);
            if (current.due()) {
                tell(current.observe(), block.arrivalNs(piece));
            }
            return;
        }
        while (length > 0) {
            int taken = current.accept(block.bytes(), from, length);
            tap.add(block.bytes(), from, taken);
            from += taken;
            length -= taken;
            if (current.due()) {
                tell(current.observe(), nowNs);
                bytesInLook = length > 0;
            }
        }
    }

    /** Of the stretch under way, up to the last look. */
    @Override
    public long streamNs() {
        return meter == null ? 0 : last.timeNs();
    }

    @Override
    public void passed(long nowNs) throws InterruptedException {
        clock.compare(nowNs);
        while (nowNs - lookFromNs >= LOOK_NS + (silence ? 0 : GRACE_NS)) {
            TsMeter current = meter;
            if (bytesInLook && current != null) {
                tell(current.observe(), nowNs);
            } else {
                silence = true;
                tell(silent(last), lookFromNs + LOOK_NS);
            }
        }
    }

    @Override
    public void stoodStill(long nowNs) throws InterruptedException {
        clock.compare(nowNs);
        TsMeter current = meter;
        if (bytesInLook && current != null) {
            tell(current.observe(), lastByteNs);
        }
        lookFromNs = Math.max(nowNs, lookFromNs);
        lookFrom = clock.endLook(lookFromNs);
    }

    @Override
    public void end(long nowNs) throws InterruptedException {
        clock.compare(nowNs);
        TsMeter current = meter;
        if (current != null) {
            for (current.end(); current.due(); current.end()) {
                tell(current.observe(), nowNs);
            }
            tell(current.observe(), nowNs);
        }
        out.take(FeedFrame.of(new TsFrame(feed, FrameKind.ENDED, lookFrom, 0, true, null, account(), transport.now())));
    }

    private void endStretch(long atNs) throws InterruptedException {
        TsMeter current = meter;
        if (current == null) {
            return;
        }
        if (bytesInLook) {
            tell(current.observe(), atNs);
        }
        packetsBefore += last.counts().packets();
        meter = null;
        tap.breakOff();
    }

    private void tell(TsObservation stream, long endNs) throws InterruptedException {
        Instant end = clock.endLook(Math.max(endNs, lookFromNs));
        long lengthNs = Duration.between(lookFrom, end).toNanos();
        observedNs += lengthNs;
        tap.frame(0, lookFromNs, Math.max(endNs, lookFromNs));
        tap.look(end, Math.max(endNs, lookFromNs));
        last = stream;
        TsFrame look =
                new TsFrame(feed, FrameKind.MEASURED, lookFrom, lengthNs, true, stream, account(), transport.now());
        lookFrom = end;
        lookFromNs = Math.max(endNs, lookFromNs);
        bytesInLook = false;
        out.take(FeedFrame.of(look));
    }

    private InputAccount account() {
        long packets = packetsBefore + (meter == null ? 0 : last.counts().packets());
        return new InputAccount(packets, observedNs, 0, 0, 0, 0);
    }

    /** The same counts in a second in which nothing came. */
    private static TsObservation silent(TsObservation stream) {
        return new TsObservation(
                stream.timeNs(),
                stream.clock(),
                false,
                stream.packetBytes(),
                stream.bitrateBps(),
                0,
                stream.counts(),
                stream.pids(),
                stream.indicators(),
                stream.pcrs(),
                stream.network(),
                stream.services(),
                stream.tables(),
                new TsSplice[0]);
    }
}
