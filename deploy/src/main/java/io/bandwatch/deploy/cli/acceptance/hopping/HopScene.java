package io.bandwatch.deploy.cli.acceptance.hopping;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.Transmission.Span;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.receiver.BandScene;
import io.bandwatch.samples.receiver.BandScene.Station;
import io.bandwatch.samples.scenario.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A band with licensed stations, and carriers that nobody licensed, each for half a minute. They are few: many that come at once are a
 * matter of propagation.
 *
 * @param number from 1
 * @param licensed on air all the time
 * @param suspects on air for {@value #ON_AIR_S} s each
 */
record HopScene(int number, List<Station> licensed, List<Station> suspects) {
    static final double SECONDS = 46;
    static final double ON_AIR_S = 30;

    private static final int STATIONS = 12;

    /** The begin leaves two rounds for what is there from the start. */
    private static final double EARLIEST_S = 8;

    /** A round and a bit: any moment of it is as likely as another. */
    private static final double STARTS_S = 4;

    private static final double LEAST_CN_DB = 6;
    private static final double LOWEST_HZ = 87.0e6;
    private static final double HIGHEST_HZ = 108.0e6;

    /** Nearer, one lies in the band that the other occupies: to part these is another matter than a short time on air, Hz. */
    private static final double APART_HZ = 200e3;

    private static final double FLOOR_DBFS = -45;
    private static final long RASTER_HZ = 100_000;
    private static final String[] STYLES = {"calm", "pop", "dance"};

    /** The scene of a number, always the same. */
    static HopScene of(int number, int carriers) {
        SeededRandom random = SeededRandom.forPurpose(number, "hop plan");
        List<Station> all = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            double hz = Math.rint(place(random, all) / RASTER_HZ) * RASTER_HZ;
            all.add(station(random, hz, 20 + 15 * random.nextUniform(), Span.ALWAYS));
        }
        for (int i = 0; i < carriers; i++) {
            double fromS = EARLIEST_S + STARTS_S * random.nextUniform();
            // half of them as weak as promised, the others up to 30 dB
            double cnDb = i % 2 == 0 ? LEAST_CN_DB : LEAST_CN_DB + 24 * random.nextUniform();
            all.add(station(random, place(random, all), cnDb, new Span(fromS, fromS + ON_AIR_S)));
        }
        return new HopScene(
                number, List.copyOf(all.subList(0, STATIONS)), List.copyOf(all.subList(STATIONS, all.size())));
    }

    private static Station station(SeededRandom random, double hz, double cnDb, Span onAir) {
        Programme programme = new Programme.Music(1 + random.nextInt(8), STYLES[random.nextInt(STYLES.length)]);
        MultiplexSettings multiplex = random.nextUniform() < 0.5 ? MultiplexSettings.MONO : MultiplexSettings.STEREO;
        return new Station(hz, cnDb, programme, multiplex, onAir);
    }

    private static double place(SeededRandom random, List<Station> taken) {
        while (true) {
            double hz = LOWEST_HZ + (HIGHEST_HZ - LOWEST_HZ) * random.nextUniform();
            if (taken.stream().allMatch(other -> Math.abs(other.frequencyHz() - hz) >= APART_HZ)) {
                return hz;
            }
        }
    }

    BandScene band() {
        List<Station> all = new ArrayList<>(licensed);
        all.addAll(suspects);
        return new BandScene(all, FloorShape.flat(FLOOR_DBFS), number);
    }

    /** The register that knows the licensed ones. */
    String register() {
        StringBuilder csv = new StringBuilder("id,name,frequency_mhz,class\n");
        for (Station station : licensed) {
            String mhz = String.format(Locale.ROOT, "%.1f", station.frequencyHz() / 1e6);
            csv.append("S")
                    .append(mhz.replace(".", ""))
                    .append(',')
                    .append(mhz)
                    .append(" FM,")
                    .append(mhz)
                    .append(",broadcast\n");
        }
        return csv.toString();
    }
}
