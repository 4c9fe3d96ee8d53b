package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the frames of one feed that sees 97.0 to 99.0 MHz as a script. */
public final class Frames {
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int FIRST_CHANNEL = ChannelRaster.FM.nearest(97e6);
    private static final int CHANNELS = 21;
    private final List<RfFrame> frames = new ArrayList<>();
    private final long lookMs;
    private final double binHz;
    private final Map<Double, Double> levelsDbfs = new HashMap<>();
    private Instant now = START;
    private @Nullable ReceiverState receiver;

    private Frames(long lookMs, double binHz) {
        this.lookMs = lookMs;
        this.binHz = binHz;
    }

    public static Frames ofSamples() {
        return new Frames(200, 10e3);
    }

    public static Frames ofSweeps(long lookMs, double binHz) {
        return new Frames(lookMs, binHz);
    }

    /** This many looks that find carriers at these frequencies. */
    public Frames looks(int count, double... frequenciesMhz) {
        for (int i = 0; i < count; i++) {
            frames.add(frame(FrameKind.MEASURED, band(frequenciesMhz)));
            now = now.plusMillis(lookMs);
        }
        return this;
    }

    /** From now on a carrier at this frequency has this level; -60 dBFS unless told. */
    public Frames level(double frequencyMhz, double dbfs) {
        levelsDbfs.put(frequencyMhz, dbfs);
        return this;
    }

    public Frames blind(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** From now on these are the looks of a live receiver, of rounds of so many visits or of none. */
    public Frames live(int visits) {
        receiver = new ReceiverState(1, 0, 0, 0, 0, 0, 0, Double.NaN, 0.1, visits);
        return this;
    }

    /** From now on so many samples have come, and so many were dropped; the rest says what of the samples stands still. */
    public Frames received(long samples, long dropped, double stuckShare) {
        ReceiverState one = Objects.requireNonNull(receiver);
        receiver = new ReceiverState(1, samples, 0, 0, dropped, 0, 0, Double.NaN, stuckShare, one.visits());
        return this;
    }

    /** From now on its samples come at a rate that is so much off, 1e-6. */
    public Frames drifting(double ppm) {
        ReceiverState one = Objects.requireNonNull(receiver);
        receiver = new ReceiverState(
                1, one.receivedSamples(), 0, 0, one.droppedSamples(), 0, 0, ppm, one.stuckShare(), one.visits());
        return this;
    }

    /** This many seconds in which the receiver brings nothing. */
    public Frames unheard(int seconds) {
        return unknown(FrameKind.UNHEARD, seconds);
    }

    /** Samples came, and nothing could be measured. */
    public Frames unmeasured(int seconds) {
        return unknown(FrameKind.UNMEASURED, seconds);
    }

    private Frames unknown(FrameKind kind, int seconds) {
        for (int i = 0; i < seconds; i++) {
            frames.add(new RfFrame("roof", kind, now, 1_000_000_000, true, null, InputAccount.EMPTY, receiver));
            now = now.plusSeconds(1);
        }
        return this;
    }

    public Frames ended() {
        frames.add(new RfFrame("roof", FrameKind.ENDED, now, 0, true, null, InputAccount.EMPTY, receiver));
        return this;
    }

    public List<RfFrame> list() {
        return List.copyOf(frames);
    }

    private RfFrame frame(FrameKind kind, BandMeasurement band) {
        return new RfFrame("roof", kind, now, lookMs * 1_000_000, true, band, InputAccount.EMPTY, receiver);
    }

    private BandMeasurement band(double... frequenciesMhz) {
        CarrierMeasurement[] carriers = Arrays.stream(frequenciesMhz)
                .sorted()
                .mapToObj(mhz -> new CarrierMeasurement(
                        mhz * 1e6,
                        mhz * 1e6,
                        levelsDbfs.getOrDefault(mhz, -60.0),
                        20,
                        150e3,
                        ArtefactEvidence.NONE,
                        null,
                        0))
                .toArray(CarrierMeasurement[]::new);
        double[] levels = new double[CHANNELS];
        Arrays.fill(levels, -80);
        double dcDbfs = binHz > 10e3 ? Double.NaN : -50;
        return new BandMeasurement(
                97e6, 99e6, carriers, FIRST_CHANNEL, levels, levels, 97e6, binHz, new float[4], dcDbfs, 0);
    }
}
