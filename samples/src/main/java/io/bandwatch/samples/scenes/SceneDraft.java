package io.bandwatch.samples.scenes;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.scenario.CarrierBuilder;
import io.bandwatch.samples.scenario.Container;
import io.bandwatch.samples.scenario.IqFormat;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scene in the making, somewhere in the band. */
final class SceneDraft {
    /** Noise in 200 kHz, dBFS: carriers of 50 dB stay far below full scale, and rounding to 16 bits far below the noise. */
    static final double NOISE_DBFS = -75.0;

    private static final int LOWEST_CENTER_CHANNEL = 890;
    private static final int CENTER_CHANNELS = 170;
    private static final String[] STYLES = {"pop", "calm", "dance"};

    final SeededRandom random;
    final double centerHz;
    private final String name;
    private final long seed;
    private final double rateHz;
    private final double durationS;
    private final List<ScenarioCarrier> carriers = new ArrayList<>();
    private FloorShape floor = FloorShape.flat(NOISE_DBFS);
    private ReceiverFaults faults = ReceiverFaults.NONE;
    private int programmes;

    SceneDraft(String name, long seed, double rateHz, double durationS) {
        this(name, seed, rateHz, durationS, 0.0);
    }

    /** A scene whose centre lies so far above a channel of the raster. */
    SceneDraft(String name, long seed, double rateHz, double durationS, double aboveChannelHz) {
        this.name = name;
        this.seed = seed;
        this.rateHz = rateHz;
        this.durationS = durationS;
        this.random = SeededRandom.forPurpose(seed, name);
        this.centerHz = (LOWEST_CENTER_CHANNEL + random.nextInt(CENTER_CHANNELS)) * 1e5 + aboveChannelHz;
    }

    double durationS() {
        return durationS;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextUniform();
    }

    boolean chance(double share) {
        return random.nextUniform() < share;
    }

    double eitherSign(double value) {
        return random.nextInt(2) == 0 ? value : -value;
    }

    /** A piece of music that nobody else in the scene plays. */
    Programme music() {
        programmes++;
        return new Programme.Music(1_000 * seed + programmes, STYLES[random.nextInt(STYLES.length)]);
    }

    /** A stereo station's output, with its name on RDS. */
    Output stereo(RdsProgramme rds) {
        return Output.of(music(), MultiplexSettings.STEREO.withRds(rds)).from(between(0.0, 10.0));
    }

    /** A station's output in stereo without RDS. */
    Output stereo() {
        return Output.of(music(), MultiplexSettings.STEREO).from(between(0.0, 10.0));
    }

    /** A cheap transmitter's output. */
    Output mono() {
        return Output.of(music(), MultiplexSettings.MONO).from(between(0.0, 10.0));
    }

    /** An identity that nobody else in the scene has. */
    RdsProgramme identity() {
        programmes++;
        int code = 0xC000 + random.nextInt(0x0FF0) + programmes % 16;
        return new RdsProgramme(
                code, String.format(Locale.ROOT, "RADIO%03d", random.nextInt(1_000)), "", random.nextInt(32), true);
    }

    /** A transmitter at an offset from the centre, with the small error that every transmitter has. */
    CarrierBuilder carrier(String id, double offsetHz, double cnDb) {
        return new CarrierBuilder(id, centerHz + offsetHz, cnDb).offBy(Math.rint(between(-400.0, 400.0)));
    }

    void add(CarrierBuilder carrier) {
        carriers.add(carrier.build());
    }

    void floor(FloorShape newFloor) {
        floor = newFloor;
    }

    void faults(ReceiverFaults newFaults) {
        faults = newFaults;
    }

    Scenario scene() {
        return new Scenario(
                name + "-" + seed,
                seed,
                centerHz,
                rateHz,
                durationS,
                IqFormat.CS16,
                Container.RAW,
                null,
                floor,
                faults,
                carriers,
                List.of());
    }
}
