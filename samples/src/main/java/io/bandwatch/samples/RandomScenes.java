package io.bandwatch.samples;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.scenario.Container;
import io.bandwatch.samples.scenario.IqFormat;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.util.ArrayList;
import java.util.List;

/** Scenarios out of a seed, for what can only be said over many of them. */
public final class RandomScenes {
    private static final double SPACING_HZ = 400_000.0;

    private RandomScenes() {}

    /**
     * Carriers of one strength in a short cs16 scene at 2.4 MS/s around 98 MHz: five of them, 400 kHz apart, each moved
     * by up to 30 kHz off the raster, mono with music, on a floor with a random slope and ripple. The ripple is that of a mismatched
     * aerial cable of 50 to 100 m, 2 to 1 MHz from crest to crest at two thirds of the speed of light.
     *
     * @param cnDb of each carrier, dB in 200 kHz
     * @param durationS length, s
     */
    public static Scenario carriers(long seed, double cnDb, double durationS) {
        SeededRandom random = SeededRandom.forPurpose(seed, "random scene");
        double centerHz = 98.0e6;
        List<ScenarioCarrier> carriers = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            double raster = centerHz + i * SPACING_HZ + 100_000.0 * random.nextInt(2);
            double errorHz = Math.rint((2.0 * random.nextUniform() - 1.0) * 30_000.0);
            carriers.add(ScenarioCarrier.licensed("R" + (i + 3), raster, cnDb)
                    .carrying(new Programme.Music(seed * 5 + i + 2, "pop"), MultiplexSettings.MONO)
                    .offBy(errorHz)
                    .unlicensed());
        }
        FloorShape floor = FloorShape.flat(-45.0)
                .withSlope(12.0 * random.nextUniform() - 6.0)
                .withRipple(2.0 * random.nextUniform(), 1.0e6 + 1.0e6 * random.nextUniform());
        return scene("random-" + seed, seed, durationS, floor, carriers);
    }

    /** The same kind of scene with nothing in it but noise. */
    public static Scenario empty(long seed, double durationS) {
        Scenario full = carriers(seed, 0.0, durationS);
        return scene("empty-" + seed, seed, durationS, full.floor(), List.of());
    }

    /** One station that comes on at a random moment in the middle third of the scene. */
    public static Scenario onset(long seed, double cnDb, double durationS) {
        SeededRandom random = SeededRandom.forPurpose(seed, "random onset");
        double fromS = durationS * (1.0 + random.nextUniform()) / 3.0;
        ScenarioCarrier carrier = ScenarioCarrier.licensed("R1", 97.3e6 + 100_000.0 * random.nextInt(14), cnDb)
                .carrying(new Programme.Music(seed, "pop"), MultiplexSettings.STEREO)
                .onAir(List.of(new Transmission.Span(fromS, Double.POSITIVE_INFINITY)))
                .unlicensed();
        return scene("onset-" + seed, seed, durationS, FloorShape.flat(-45.0), List.of(carrier));
    }

    private static Scenario scene(
            String name, long seed, double durationS, FloorShape floor, List<ScenarioCarrier> carriers) {
        return new Scenario(
                name,
                seed,
                98.0e6,
                2.4e6,
                durationS,
                IqFormat.CS16,
                Container.RAW,
                null,
                floor,
                ReceiverFaults.NONE,
                carriers,
                List.of());
    }
}
