package io.bandwatch.deploy.cli.acceptance.verdict;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.scenario.CarrierBuilder;
import io.bandwatch.samples.scenario.Container;
import io.bandwatch.samples.scenario.IqFormat;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import io.bandwatch.signal.Decibels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Scenes out of a seed in which a receiver or a transmitter makes what is no carrier, and carriers in the same places. */
enum ArtefactScenes {
    /** Two to four stations through a bent amplifier. */
    PRODUCTS,
    /** The same with a carrier where one of the products falls, 0 to 18 dB above it. */
    CARRIER_ON_PRODUCT,
    /** A station, its image by unequal branches, perhaps a second one. */
    IMAGES,
    /** The same with a carrier in the mirror place, 0 to 18 dB above the image. */
    CARRIER_ON_IMAGE,
    /** A station whose modulator loses hold. */
    SPLATTER,
    /** A station in order and a weak one 200 to 400 kHz beside it, 15 to 39 dB below. */
    WEAK_BESIDE_STRONG;

    private static final double CENTER_HZ = 98.0e6;
    private static final double RATE_HZ = 2.4e6;
    private static final double FLOOR_DBFS = -60.0;
    private static final double RASTER_HZ = 100e3;
    private static final double DURATION_S = 0.8;

    /** The scene of a seed. */
    Scenario scene(long seed) {
        SeededRandom random = SeededRandom.forPurpose(seed, "artefacts");
        Drawing drawing = new Drawing(random, seed);
        return switch (this) {
            case PRODUCTS, CARRIER_ON_PRODUCT -> drawing.products(this == CARRIER_ON_PRODUCT);
            case IMAGES, CARRIER_ON_IMAGE -> drawing.images(this == CARRIER_ON_IMAGE);
            case SPLATTER -> drawing.splatter();
            case WEAK_BESIDE_STRONG -> drawing.beside();
        };
    }

    /** One scene being drawn. */
    private static final class Drawing {
        private final SeededRandom random;
        private final long seed;
        private final List<ScenarioCarrier> carriers = new ArrayList<>();

        private Drawing(SeededRandom random, long seed) {
            this.random = random;
            this.seed = seed;
        }

        private Scenario products(boolean occupied) {
            int stations = 2 + random.nextInt(3);
            TreeSet<Integer> channels = new TreeSet<>();
            while (channels.size() < stations) {
                int channel = random.nextInt(21) - 10;
                // clear of the constant component, and far enough apart to leave room for products
                if (Math.abs(channel) > 1 && channels.stream().allMatch(other -> Math.abs(other - channel) > 3)) {
                    channels.add(channel);
                }
            }
            channels.forEach(channel -> station(channel, 36.0 + 12.0 * random.nextUniform()));
            double interceptDbfs = -2.0 + 9.0 * random.nextUniform();
            if (occupied) {
                occupyProduct(interceptDbfs);
            }
            return scene(faults(interceptDbfs, 0.0, 0.0));
        }

        /** Puts a carrier on the strongest product of two that falls clear of the stations. */
        private void occupyProduct(double interceptDbfs) {
            double best = Double.NEGATIVE_INFINITY;
            double bestHz = 0.0;
            for (ScenarioCarrier squared : carriers) {
                for (ScenarioCarrier other : carriers) {
                    double hz = 2.0 * squared.frequencyHz() - other.frequencyHz();
                    double snrDb = 2.0 * squared.cnDb() + other.cnDb() + 2.0 * (FLOOR_DBFS - interceptDbfs);
                    boolean clear = carriers.stream().allMatch(c -> Math.abs(c.frequencyHz() - hz) > 250e3)
                            && Math.abs(hz - CENTER_HZ) < 1.05e6;
                    if (clear && snrDb > best) {
                        best = snrDb;
                        bestHz = hz;
                    }
                }
            }
            if (best > -3.0) {
                carrier(bestHz, best + 6.0 * random.nextInt(4), null);
            }
        }

        private Scenario images(boolean occupied) {
            int channel = (3 + random.nextInt(8)) * (random.nextInt(2) == 0 ? 1 : -1);
            double cnDb = 33.0 + 15.0 * random.nextUniform();
            station(channel, cnDb);
            if (random.nextInt(2) == 0) {
                station(channel > 0 ? channel - 5 : channel + 5, 40.0);
            }
            double gainDb = 0.4 * random.nextUniform();
            double phaseDeg = 1.0 + 2.0 * random.nextUniform();
            if (occupied) {
                double gain = Decibels.toAmplitude(gainDb) - 1.0;
                double angle = Math.toRadians(phaseDeg);
                double imageDb = cnDb + Decibels.ofPower(0.25 * (gain * gain + angle * angle));
                double hz = CENTER_HZ - channel * RASTER_HZ;
                carrier(hz, Math.max(0.0, imageDb + 6.0 * random.nextInt(4)), null);
            }
            return scene(faults(Double.POSITIVE_INFINITY, gainDb, phaseDeg));
        }

        private Scenario splatter() {
            double flingHz = (150e3 + 150e3 * random.nextUniform()) * (random.nextInt(2) == 0 ? 1 : -1);
            Output.Overdrive overdrive = new Output.Overdrive(15e3 + 25e3 * random.nextUniform(), flingHz);
            carrier(CENTER_HZ + 2.0 * RASTER_HZ, 40.0 + 10.0 * random.nextUniform(), overdrive);
            return scene(ReceiverFaults.NONE);
        }

        private Scenario beside() {
            double cnDb = 40.0 + 10.0 * random.nextUniform();
            station(2, cnDb);
            int beside = (2 + random.nextInt(3)) * (random.nextInt(2) == 0 ? 1 : -1);
            station(2 + beside, Math.max(0.0, cnDb - 15.0 - random.nextInt(25)));
            return scene(ReceiverFaults.NONE);
        }

        private void station(int channel, double cnDb) {
            carrier(CENTER_HZ + channel * RASTER_HZ, cnDb, null);
        }

        private void carrier(double hz, double cnDb, Output.@Nullable Overdrive overdrive) {
            String[] styles = {"calm", "pop", "dance"};
            Programme music = new Programme.Music(10 * seed + carriers.size(), styles[random.nextInt(3)]);
            MultiplexSettings set = random.nextInt(2) == 0 ? MultiplexSettings.MONO : MultiplexSettings.STEREO;
            Output output = Output.of(music, set).from(5.0 * random.nextUniform());
            carriers.add(new CarrierBuilder("C" + (carriers.size() + 1), hz, cnDb)
                    .sending(overdrive == null ? output : output.overdriven(overdrive))
                    .offBy(Math.rint(700.0 * random.nextGaussian()))
                    .build());
        }

        private Scenario scene(ReceiverFaults faults) {
            return new Scenario(
                    "artefacts-" + seed,
                    seed,
                    CENTER_HZ,
                    RATE_HZ,
                    DURATION_S,
                    IqFormat.CS16,
                    Container.RAW,
                    null,
                    FloorShape.flat(FLOOR_DBFS),
                    faults,
                    carriers,
                    List.of());
        }

        private static ReceiverFaults faults(double interceptDbfs, double gainDb, double phaseDeg) {
            return new ReceiverFaults(
                    0.0,
                    0.0,
                    interceptDbfs,
                    List.of(),
                    gainDb,
                    phaseDeg,
                    Double.NEGATIVE_INFINITY,
                    List.of(),
                    0.0,
                    List.of());
        }
    }
}
