package io.bandwatch.detectors.rf;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the observations of one place as a script: on for so long, off for so long, then not looked at, the end. */
public final class Looks {
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private final List<RfObservation> looks = new ArrayList<>();
    private final Instant start;
    private final double frequencyHz;
    private final boolean timeKnown;
    private long lookMs = 200;
    private double uncertaintyHz;
    private Instant now;

    private Looks(Instant start, double frequencyHz, boolean timeKnown) {
        this.start = start;
        this.now = start;
        this.frequencyHz = frequencyHz;
        this.timeKnown = timeKnown;
    }

    public static Looks at(double frequencyHz) {
        return new Looks(START, frequencyHz, true);
    }

    public static Looks from(Instant start, double frequencyHz) {
        return new Looks(start, frequencyHz, true);
    }

    public static Looks atUnknownTime(double frequencyHz) {
        return new Looks(Instant.EPOCH, frequencyHz, false);
    }

    /** From now on, sweeps of this length and bin width. */
    public Looks sweeps(long ms, double binHz) {
        lookMs = ms;
        uncertaintyHz = binHz;
        return this;
    }

    public Looks on(double seconds, double snrDb) {
        return on(seconds, snrDb, 0);
    }

    public Looks on(double seconds, double snrDb, double offsetHz) {
        return add(seconds, true, true, snrDb, offsetHz);
    }

    /** Found in these looks, but not in most looks of the last second. */
    public Looks unconfirmed(double seconds, double snrDb) {
        return add(seconds, true, false, snrDb, 0);
    }

    public Looks off(double seconds) {
        return add(seconds, false, false, Double.NaN, 0);
    }

    /** Time in which the channel is not observed. */
    public Looks blind(double seconds) {
        now = now.plusMillis(Math.round(seconds * 1000));
        return this;
    }

    public Looks ended() {
        looks.add(look(FrameKind.ENDED, 0, false, true, Double.NaN, 0));
        return this;
    }

    public Looks endedUnconfirmed() {
        looks.add(look(FrameKind.ENDED, 0, false, false, Double.NaN, 0));
        return this;
    }

    public List<RfObservation> list() {
        return List.copyOf(looks);
    }

    public Instant now() {
        return now;
    }

    private Looks add(double seconds, boolean onAir, boolean confirmed, double snrDb, double offsetHz) {
        long count = Math.round(seconds * 1000 / lookMs);
        for (long i = 0; i < count; i++) {
            looks.add(look(FrameKind.MEASURED, lookMs, onAir, confirmed, snrDb, offsetHz));
            now = now.plusMillis(lookMs);
        }
        return this;
    }

    private RfObservation look(
            FrameKind kind, long ms, boolean onAir, boolean confirmed, double snrDb, double offsetHz) {
        return new RfObservation(
                "roof",
                Math.round(frequencyHz / 100e3) * 100_000L,
                0,
                kind,
                start,
                now,
                ms * 1_000_000L,
                timeKnown,
                onAir,
                confirmed,
                onAir ? frequencyHz + offsetHz : Double.NaN,
                uncertaintyHz,
                onAir ? -80 + snrDb : Double.NaN,
                snrDb,
                onAir ? 150e3 : Double.NaN,
                -80,
                -80,
                ArtefactEvidence.NONE,
                null,
                0);
    }
}
