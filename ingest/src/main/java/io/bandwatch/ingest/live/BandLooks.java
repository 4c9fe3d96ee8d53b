package io.bandwatch.ingest.live;

import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.frames.SampleConverter;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.ring.TransportCounts.Count;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes looks of the samples of one receiver: one for each frame that came without a gap, or for each round of visits, and one for
 * each second in which nothing comes, and where what comes is too torn to measure anything. What lies before a gap and is too little for a look is counted and left out. Time is given by
 * the caller. Not thread-safe.
 */
final class BandLooks implements Looks {
    /** A look at nothing is so long. */
    static final long UNHEARD_NS = 1_000_000_000;

    /** What comes this late is still waited for. */
    private static final long GRACE_NS = 200_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    /** So many rounds of a plan may be lost before it is told: one has ended, and the next has hardly begun. */
    private static final double LOST_ROUNDS = 1.5;

    /** 0.5 % of a frame of 200 ms. */
    private static final long SLEW_NS = 1_000_000;

    private final String feed;
    private final ReceiverSettings settings;
    private final TransportCounts transport;
    private final Destination out;
    private final Workers workers;
    private final RawTap tap;
    private final LookClock clock;
    private final SampleTime time;
    private final SampleConverter converter;
    private final SampleStream stream;
    private final Map<Long, Tuned> tuned = new HashMap<>();
    private final Round round = new Round();
    private int visit = -1;
    private long roundFromNs;
    private long lookEndNs;
    private long lastByteNs;
    private long watchedFromNs;
    private long tornFromNs = NEVER;
    private long leftOutBefore;
    private long centerHz;
    private long measured;
    private long unmeasured;
    private long observedNs;
    private double stuckShare;

    /**
     * @param workers who share the measuring of a frame
     * @param tap gets the raw bytes of the frames that looks are made of
     * @param nowNs the clock that nobody sets, now
     */
    BandLooks(
            String feed,
            ReceiverSettings settings,
            TransportCounts transport,
            Destination out,
            Workers workers,
            RawTap tap,
            InstantSource day,
            long nowNs) {
        this.feed = feed;
        this.settings = settings;
        this.transport = transport;
        this.out = out;
        this.workers = workers;
        this.tap = tap;
        this.clock = new LookClock(day, nowNs, SLEW_NS);
        this.time = new SampleTime(settings.rateHz());
        this.converter = new SampleConverter(settings.format());
        this.stream = new SampleStream(settings, converter, tap);
        this.lookEndNs = nowNs;
        this.lastByteNs = nowNs;
        this.watchedFromNs = nowNs;
    }

    @Override
    public void take(Block block, long nowNs) throws InterruptedException {
        if (block.pieces() == 0) {
            return;
        }
        clock.compare(nowNs);
        lastByteNs = nowNs;
        if (!stream.continues(block)) {
            breakOff(block);
        }
        time.arrived(
                (block.position() + block.size()) / settings.format().sampleBytes(),
                block.arrivalNs(block.pieces() - 1));
        stream.begin(block);
        while (stream.fill()) {
            measure();
        }
        unmeasured(
                time.nsAt((block.position() + block.size()) / settings.format().sampleBytes()));
    }

    /** Where what comes is too torn for any look, time goes on all the same. What a round under way may still tell is left to it. */
    private void unmeasured(long reachedNs) throws InterruptedException {
        if (tornFromNs == NEVER) {
            tornFromNs = reachedNs;
        }
        long fromNs = Math.max(lookEndNs, Math.max(watchedFromNs, tornFromNs));
        long untilNs = round.count() > 0 ? roundFromNs : reachedNs - GRACE_NS;
        long mostNs = Math.max(
                UNHEARD_NS + GRACE_NS,
                Math.round(LOST_ROUNDS * settings.plan().round().toNanos()));
        boolean torn = leftOutBytes() > leftOutBefore;
        if (torn && untilNs - fromNs >= mostNs) {
            tell(FrameKind.UNMEASURED, fromNs, untilNs, null);
        }
    }

    /** What follows does not go on where the samples before ended. */
    private void breakOff(Block next) throws InterruptedException {
        if (stream.isAnotherConnection(next)) {
            time.beginAnew();
            visit = -1;
            leaveRound();
        }
        stream.breakOff();
        if (next.centerHz() != centerHz || visit < 0) {
            visited(next.centerHz());
        } else if (settings.plan().hops()) {
            // a part of this visit is missing, and with it the round
            leaveRound();
        }
    }

    /** The receiver was tuned. */
    private void visited(long newCenterHz) throws InterruptedException {
        centerHz = newCenterHz;
        if (!settings.plan().hops()) {
            visit = 0;
            return;
        }
        int visits = settings.plan().centersHz().size();
        int expected = (visit + 1) % visits;
        boolean inOrder = settings.plan().centersHz().get(expected) == newCenterHz;
        if (visit >= 0 && inOrder && expected == 0) {
            tellRound();
        } else if (!inOrder) {
            leaveRound();
        }
        visit = inOrder ? expected : settings.plan().centersHz().indexOf(newCenterHz);
    }

    private void measure() throws InterruptedException {
        int count = stream.frameSamples();
        long frameNs = settings.band(centerHz).frameNs();
        long endNs = time.nsAt(stream.taken());
        if (endNs - lookEndNs < frameNs / 2) {
            // it comes late: most of its time was told as unheard
            unmeasured += count;
            tap.breakOff();
            stream.next();
            return;
        }
        tap.frame(centerHz, endNs - frameNs, endNs);
        Tuned here = tuned.computeIfAbsent(centerHz, hz -> new Tuned(settings.band(hz), workers));
        BandMeasurement band = here.measured(stream.re(), stream.im(), stream.lead(), count);
        stuckShare = stream.stuckShare();
        stream.next();
        if (!settings.plan().hops()) {
            measured += count;
            tell(FrameKind.MEASURED, endNs - frameNs, endNs, band);
            return;
        }
        if (round.count() == 0) {
            roundFromNs = Math.max(lookEndNs, endNs - frameNs);
        }
        round.add((double) centerHz, band);
    }

    /** A round has ended: it is told if it is whole. */
    private void tellRound() throws InterruptedException {
        BandMeasurement whole = round.whole();
        boolean complete = round.isOf(settings.plan(), stream.framesOfVisit());
        if (whole == null || !complete) {
            leaveRound();
            return;
        }
        measured += (long) round.count() * stream.frameSamples();
        long endNs = time.nsAt(stream.taken());
        tell(FrameKind.MEASURED, roundFromNs, endNs, whole);
        round.clear();
    }

    private void leaveRound() {
        unmeasured += (long) round.count() * stream.frameSamples();
        round.clear();
        tap.leave();
    }

    @Override
    public void passed(long nowNs) throws InterruptedException {
        clock.compare(nowNs);
        while (nowNs - Math.max(lastByteNs, watchedFromNs) >= UNHEARD_NS
                && nowNs - Math.max(lookEndNs, watchedFromNs) >= UNHEARD_NS + GRACE_NS) {
            lookEndNs = Math.max(lookEndNs, watchedFromNs);
            stream.breakOff();
            leaveRound();
            // what comes after a silence is of now, however few samples were counted meanwhile
            time.beginAnew();
            stuckShare = 0;
            tell(FrameKind.UNHEARD, lookEndNs, lookEndNs + UNHEARD_NS, null);
        }
    }

    @Override
    public void stoodStill(long nowNs) {
        watchedFromNs = nowNs;
    }

    @Override
    public void end(long nowNs) throws InterruptedException {
        stream.breakOff();
        leaveRound();
        out.take(FeedFrame.of(new RfFrame(feed, FrameKind.ENDED, clock.reached(), 0, true, null, account(), state())));
    }

    @Override
    public long streamNs() {
        return Math.round(stream.taken() / settings.rateHz() * 1e9);
    }

    private void tell(FrameKind kind, long fromNs, long endNs, @Nullable BandMeasurement band)
            throws InterruptedException {
        Instant before = clock.reached();
        Instant end = clock.endLook(Math.max(endNs, lookEndNs));
        lookEndNs = Math.max(endNs, lookEndNs);
        Instant begin = end.minusNanos(Math.max(0, endNs - fromNs));
        Instant from = begin.isBefore(before) ? before : begin;
        long lengthNs = Duration.between(from, end).toNanos();
        observedNs += lengthNs;
        leftOutBefore = leftOutBytes();
        tap.look(end, lookEndNs);
        out.take(FeedFrame.of(new RfFrame(feed, kind, from, lengthNs, true, band, account(), state())));
    }

    private InputAccount account() {
        return new InputAccount(measured, observedNs, converter.nonFinite(), 0, 0, 0);
    }

    private long leftOutBytes() {
        return unmeasured * settings.format().sampleBytes() + stream.leftOutBytes();
    }

    /** By the byte: a sample that was cut apart by a gap is one that was not measured. */
    private ReceiverState state() {
        int bytes = settings.format().sampleBytes();
        long received = transport.count(Count.RECEIVED_BYTES);
        long settling = transport.count(Count.SETTLING_BYTES);
        long dropped = transport.count(Count.DROPPED_BYTES);
        long leftOut = leftOutBytes();
        long pending = (received - measured * bytes - settling - dropped - leftOut) / bytes;
        return new ReceiverState(
                transport.count(Count.OPENINGS),
                received / bytes,
                measured,
                settling / bytes,
                dropped / bytes,
                received / bytes - measured - settling / bytes - dropped / bytes - pending,
                pending,
                time.driftPpm(),
                stuckShare,
                settings.plan().hops() ? settings.plan().centersHz().size() : 0);
    }
}
