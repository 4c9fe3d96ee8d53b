package io.bandwatch.detectors.ts;

import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsNetwork;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import io.bandwatch.signal.ts.TsTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at a transport stream, one a second, as a test tells what is in each. */
public final class Streams {
    public static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long SECOND_NS = 1_000_000_000;
    private static final int PACKETS_PER_SECOND = 1000;

    private final List<TsFrame> frames = new ArrayList<>();
    private final Map<TsIndicator, TsIndicatorCount> indicators = new EnumMap<>(TsIndicator.class);
    private TsService[] services = new TsService[0];
    private TsSplice[] splices = new TsSplice[0];
    private int streamId = TsService.UNKNOWN;
    private long nowNs;
    private long streamNs;
    private long packets;
    private long lostBytes;
    private TsClock clock = TsClock.PCR;

    public Streams() {
        for (TsIndicator indicator : TsIndicator.values()) {
            indicators.put(indicator, new TsIndicatorCount(indicator, 0, false, 0, 0, -1, Double.NaN, Double.NaN));
        }
    }

    /** The stream has no clock. */
    public Streams timeless() {
        clock = TsClock.NONE;
        return this;
    }

    /** So many looks at packets. */
    public Streams looks(int count) {
        for (int look = 0; look < count; look++) {
            packets += PACKETS_PER_SECOND;
            streamNs += lookNs();
            add();
        }
        return this;
    }

    /** So many looks in which no byte comes. */
    public Streams silent(int count) {
        for (int look = 0; look < count; look++) {
            add();
        }
        return this;
    }

    /** All counts begin anew with what follows, as those of a live feed do after a gap. */
    public Streams begunAnew() {
        packets = 0;
        lostBytes = 0;
        streamNs = 0;
        indicators.replaceAll(
                (indicator, before) -> new TsIndicatorCount(indicator, 0, false, 0, 0, -1, Double.NaN, Double.NaN));
        return this;
    }

    /** So many looks at bytes that are no packets. */
    public Streams noise(int count) {
        for (int look = 0; look < count; look++) {
            lostBytes += 188 * PACKETS_PER_SECOND;
            streamNs += lookNs();
            add();
        }
        return this;
    }

    /** Errors in the middle of the look that follows. */
    public Streams errors(TsIndicator indicator, int count, int pid) {
        TsIndicatorCount before = of(indicator);
        long atNs = streamNs + lookNs() / 2;
        indicators.put(
                indicator,
                new TsIndicatorCount(
                        indicator, before.count() + count, false, atNs, atNs, pid, before.measured(), before.limit()));
        return this;
    }

    /** An interval that began so long ago ends in the look that follows. */
    public Streams interval(TsIndicator indicator, double measuredS, double limitS) {
        long endNs = streamNs + SECOND_NS / 2;
        indicators.put(
                indicator,
                new TsIndicatorCount(
                        indicator,
                        of(indicator).count() + 1,
                        false,
                        endNs - Math.round(measuredS * SECOND_NS),
                        endNs,
                        0,
                        measuredS,
                        limitS));
        return this;
    }

    /** It goes on from now until {@link #ceases}. */
    public Streams runs(TsIndicator indicator, double limitS) {
        indicators.put(
                indicator,
                new TsIndicatorCount(
                        indicator, of(indicator).count(), true, streamNs, streamNs, 0, limitS + 0.1, limitS));
        return this;
    }

    public Streams ceases(TsIndicator indicator) {
        TsIndicatorCount before = of(indicator);
        indicators.put(
                indicator,
                new TsIndicatorCount(
                        indicator,
                        before.count() + 1,
                        false,
                        before.sinceNs(),
                        before.sinceNs() + SECOND_NS,
                        0,
                        1,
                        before.limit()));
        return this;
    }

    /** The tables say this from now on. */
    public Streams services(int transportStreamId, TsService... now) {
        streamId = transportStreamId;
        services = now;
        return this;
    }

    /** These come in the look that follows. */
    public Streams splices(TsSplice... now) {
        splices = now;
        return this;
    }

    public List<TsFrame> frames() {
        return frames;
    }

    public List<TsFrame> ended() {
        frames.add(new TsFrame("probe", FrameKind.ENDED, START.plusNanos(nowNs), 0, true, null, InputAccount.EMPTY));
        return frames;
    }

    private TsIndicatorCount of(TsIndicator indicator) {
        @Nullable TsIndicatorCount count = indicators.get(indicator);
        if (count == null) {
            throw new IllegalStateException("no " + indicator);
        }
        return count;
    }

    private long lookNs() {
        return clock == TsClock.NONE ? 0 : SECOND_NS;
    }

    private void add() {
        TsObservation stream = new TsObservation(
                streamNs,
                clock,
                true,
                188,
                1.504e6,
                1.504e6,
                new TsCounts(packets, lostBytes, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                new TsPid[0],
                indicators.values().toArray(TsIndicatorCount[]::new),
                new TsPcr[0],
                new TsNetwork(streamId, TsService.UNKNOWN, TsService.UNKNOWN, null, new int[0], null, false),
                services,
                new TsTable[0],
                splices);
        splices = new TsSplice[0];
        frames.add(new TsFrame(
                "probe", FrameKind.MEASURED, START.plusNanos(nowNs), lookNs(), true, stream, InputAccount.EMPTY));
        nowNs += lookNs();
    }
}
