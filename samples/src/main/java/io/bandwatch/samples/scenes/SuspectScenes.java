package io.bandwatch.samples.scenes;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.scenario.CarrierBuilder;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.StationClass;
import java.util.List;

/** Somebody transmits who is no broadcast station of the register, or should not be where he is. */
final class SuspectScenes {
    private SuspectScenes() {}

    /** An unlicensed transmitter calls itself like the station beside it. */
    static Scenario piClone(long seed) {
        SceneDraft draft = new SceneDraft("pi-clone", seed, 900e3, 9.0);
        RdsProgramme identity = draft.identity();
        draft.add(draft.carrier("TRUE", -200e3, draft.between(22.0, 40.0)).sending(draft.stereo(identity)));
        draft.add(draft.carrier("CLONE", 200e3, draft.between(16.0, 34.0))
                .unlicensed()
                .offBy(draft.eitherSign(draft.between(500.0, 4_000.0)))
                .sending(draft.stereo(identity)));
        return draft.scene();
    }

    /** A stronger transmitter comes on over a station, a few hundred hertz beside it. */
    static Scenario override(long seed) {
        SceneDraft draft = new SceneDraft("override", seed, 700e3, 16.0);
        double cnDb = draft.between(20.0, 28.0);
        draft.add(draft.carrier("VICTIM", 150e3, cnDb).sending(draft.stereo(draft.identity())));
        Output pirate = draft.chance(0.5) ? draft.mono() : draft.stereo(draft.identity());
        draft.add(draft.carrier("PIRATE", 150e3, cnDb + draft.between(8.0, 16.0))
                .unlicensed()
                .overriding("VICTIM")
                .offBy(draft.eitherSign(draft.between(600.0, 2_500.0)))
                .sending(pirate)
                .onAirFrom(6.0));
        draft.add(draft.carrier("OTHER", -150e3, draft.between(18.0, 38.0)).sending(draft.stereo()));
        return draft.scene();
    }

    /** A relay that the register does not know, up to nine seconds behind its station. */
    static Scenario relay(long seed) {
        SceneDraft draft = new SceneDraft("relay", seed, 900e3, 14.0);
        Output station = Output.of(draft.music(), MultiplexSettings.STEREO).from(20.0);
        draft.add(draft.carrier("STATION", -200e3, draft.between(24.0, 40.0)).sending(station));
        MultiplexSettings setUp = draft.chance(0.5) ? MultiplexSettings.MONO : MultiplexSettings.STEREO;
        draft.add(draft.carrier("RELAY", 200e3, draft.between(18.0, 34.0))
                .of(StationClass.RELAY)
                .unregistered()
                .sending(station.by(setUp).from(20.0 - draft.between(0.0, 9.0))));
        return draft.scene();
    }

    /** Six distant stations come up within two seconds, fading, between two that are always there. */
    static Scenario opening(long seed) {
        SceneDraft draft = new SceneDraft("sporadic-e", seed, 1.8e6, 14.0);
        draft.add(draft.carrier("NEAR1", -700e3, draft.between(22.0, 40.0)).sending(draft.stereo(draft.identity())));
        draft.add(draft.carrier("NEAR2", 700e3, draft.between(22.0, 40.0)).sending(draft.stereo()));
        addOpening(draft, List.of(-500e3, -300e3, -100e3, 100e3, 300e3, 500e3), 6.0);
        return draft.scene();
    }

    static void addOpening(SceneDraft draft, List<Double> offsetsHz, double fromS) {
        for (int i = 0; i < offsetsHz.size(); i++) {
            draft.add(draft.carrier("DISTANT" + (i + 1), offsetsHz.get(i), draft.between(12.0, 30.0))
                    .of(StationClass.FOREIGN)
                    .unregistered()
                    .sending(draft.stereo(draft.identity()))
                    .over(new Transmission.Paths(List.of(), draft.between(0.2, 1.0), draft.between(2.0, 6.0)))
                    .onAirFrom(fromS + draft.between(0.0, 1.2)));
        }
    }

    /** A village transmitter, an emergency one that comes on, a distant station and a micropower one, all in the register. */
    static Scenario authorised(long seed) {
        SceneDraft draft = new SceneDraft("authorised", seed, 1.1e6, 8.0);
        draft.add(draft.carrier("VILLAGE", -400e3, draft.between(8.0, 30.0))
                .of(StationClass.VILLAGE)
                .offBy(draft.between(-2_500.0, 2_500.0))
                .sending(draft.mono()));
        draft.add(draft.carrier("EMERGENCY", -100e3, draft.between(15.0, 40.0))
                .of(StationClass.EMERGENCY)
                .sending(draft.mono())
                .onAirFrom(3.0));
        draft.add(draft.carrier("ACROSS", 100e3, draft.between(8.0, 25.0))
                .of(StationClass.FOREIGN)
                .sending(draft.stereo()));
        draft.add(draft.carrier("SMALL", 400e3, draft.between(6.0, 18.0))
                .of(StationClass.MICROPOWER)
                .sending(draft.mono()));
        return draft.scene();
    }

    /** Digital radio in the register: two blocks beside a station, one by itself. */
    static Scenario digital(long seed) {
        SceneDraft draft = new SceneDraft("cdr", seed, 1.1e6, 8.0);
        double hostDb = draft.between(34.0, 42.0);
        double blockDb = hostDb - draft.between(15.0, 22.0);
        draft.add(draft.carrier("HOST", 200e3, hostDb).sending(draft.stereo(draft.identity())));
        draft.add(block(draft, "LOWER", 50e3, blockDb));
        draft.add(block(draft, "UPPER", 350e3, blockDb));
        draft.add(block(draft, "ALONE", -300e3, draft.between(12.0, 30.0)));
        return draft.scene();
    }

    private static CarrierBuilder block(SceneDraft draft, String id, double offsetHz, double cnDb) {
        Programme digital = new Programme.DigitalBlock(draft.random.nextInt(1_000_000));
        return draft.carrier(id, offsetHz, cnDb)
                .of(StationClass.CDR)
                .sending(Output.of(digital, MultiplexSettings.MONO));
    }

    /** Weak unlicensed transmitters between stations 30 to 50 dB stronger, two channels from one of them or three from either. */
    static Scenario weakBetweenStrong(long seed) {
        SceneDraft draft = new SceneDraft("weak-pirate", seed, 1.8e6, 7.0);
        draft.add(draft.carrier("STRONG1", -500e3, draft.between(44.0, 52.0)).sending(draft.stereo(draft.identity())));
        draft.add(draft.carrier("STRONG2", 100e3, draft.between(44.0, 52.0)).sending(draft.stereo()));
        draft.add(draft.carrier("STRONG3", 700e3, draft.between(40.0, 50.0)).sending(draft.stereo()));
        draft.add(pirate(draft, "WEAK1", -200e3, 4.0, 10.0));
        draft.add(pirate(draft, "NEAR1", -700e3, 4.0, 14.0));
        if (draft.chance(0.5)) {
            draft.add(pirate(draft, "NEAR2", 300e3, 4.0, 14.0));
            draft.add(pirate(draft, "NEAR3", 500e3, 4.0, 14.0));
        } else {
            draft.add(pirate(draft, "WEAK2", 400e3, 4.0, 14.0));
        }
        return draft.scene();
    }

    private static CarrierBuilder pirate(SceneDraft draft, String id, double offsetHz, double leastDb, double mostDb) {
        return draft.carrier(id, offsetHz, draft.between(leastDb, mostDb))
                .unlicensed()
                .sending(draft.mono());
    }
}
