package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.Transmission.Span;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.audio.ProgrammeSounds;
import io.bandwatch.samples.receiver.BandScene;
import io.bandwatch.samples.receiver.BandScene.Station;
import io.bandwatch.samples.receiver.LoopedTape;
import io.bandwatch.samples.receiver.ReceiverAir;
import io.bandwatch.samples.receiver.TunedReceiver;
import io.bandwatch.samples.scenario.Programme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A band with licensed stations and carriers of nobody that come and go, so that there are incidents all the time. */
public final class LiveBand {
    public static final double RATE_HZ = 2.4e6;

    /** Where the receivers stay that do not go through the band, Hz. */
    public static final List<Long> CENTERS_HZ = List.of(90_050_000L, 97_050_000L, 104_050_000L);

    private static final double[] LICENSED_MHZ = {87.9, 89.5, 90.8, 93.1, 96.5, 97.8, 100.3, 103.5, 104.8, 107.2};
    private static final double CN_DB = 25;
    private static final double FLOOR_DBFS = -45;

    /** A carrier of nobody next to each centre, Hz off it. */
    private static final double SUSPECT_OFF_HZ = 150_000;

    private static final double TAPE_S = 40;
    private static final Span ON_TAPE = new Span(6, 20);

    /** Where the receiver that goes through the band finds one, Hz. */
    private static final double PASSING_HZ = 93.9e6;

    /** Less than what is left out after tuning, by as much as commands may be late. */
    private static final double SETTLE_S = 0.02;

    private static final long SEED = 20_260_901;

    private final ProgrammeSounds sounds = new ProgrammeSounds();
    private final List<Station> licensed = new ArrayList<>();

    private final double tapeS;

    /** @param seconds of the run; no tape is longer, nor longer than 40 s */
    LiveBand(double seconds) {
        tapeS = Math.min(TAPE_S, seconds);
        for (double mhz : LICENSED_MHZ) {
            licensed.add(station(mhz * 1e6, licensed.size() + 1, Span.ALWAYS));
        }
    }

    private static Station station(double hz, long seed, Span onAir) {
        return new Station(hz, CN_DB, new Programme.Music(seed, "pop"), MultiplexSettings.STEREO, onAir);
    }

    /** What a receiver hears that stays at a frequency, Hz; prepared in a file. */
    public ReceiverAir staying(long centerHz, Path file) throws IOException {
        BandScene scene = with(station(centerHz + SUSPECT_OFF_HZ, licensed.size() + 1, ON_TAPE));
        return LoopedTape.recorded(
                new TunedReceiver(scene, sounds, RATE_HZ, 0, centerHz), file, Math.round(tapeS * RATE_HZ));
    }

    /** What a receiver hears that is tuned from place to place. */
    public ReceiverAir sweeping() {
        return new PassingCarrier(
                receiver(new BandScene(licensed, FloorShape.flat(FLOOR_DBFS), SEED)),
                receiver(with(station(PASSING_HZ, licensed.size() + 1, Span.ALWAYS))),
                RATE_HZ);
    }

    private TunedReceiver receiver(BandScene scene) {
        return new TunedReceiver(scene, sounds, RATE_HZ, SETTLE_S, CENTERS_HZ.get(0));
    }

    private BandScene with(Station suspect) {
        List<Station> all = new ArrayList<>(licensed);
        all.add(suspect);
        return new BandScene(all, FloorShape.flat(FLOOR_DBFS), SEED);
    }

    /** Whether an incident is of what this band has: a carrier of nobody. */
    public static boolean explains(JsonNode incident) {
        return incident.path("kind").asText().equals("unlicensed-carrier")
                && isOfNobody(incident.at("/subject/channel_hz").asLong());
    }

    private static boolean isOfNobody(long channelHz) {
        return channelHz == Math.round(PASSING_HZ)
                || CENTERS_HZ.stream().anyMatch(centerHz -> channelHz == centerHz + Math.round(SUSPECT_OFF_HZ));
    }

    /** The register that knows the licensed ones. */
    public static String register() {
        StringBuilder csv = new StringBuilder("id,name,frequency_mhz,class\n");
        for (double mhz : LICENSED_MHZ) {
            csv.append(String.format(Locale.ROOT, "S%.0f,%.1f FM,%.1f,broadcast%n", 10 * mhz, mhz, mhz));
        }
        return csv.toString();
    }
}
