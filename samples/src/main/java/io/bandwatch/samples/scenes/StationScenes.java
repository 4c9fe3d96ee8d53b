package io.bandwatch.samples.scenes;

import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.samples.scenario.CarrierBuilder;
import io.bandwatch.samples.scenario.Channels;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.RegisterRow;
import io.bandwatch.samples.scenario.Scenario;

/** Something is wrong with a licensed station, beside one with which nothing is. */
final class StationScenes {
    private static final double PAIR_RATE_HZ = 640e3;
    private static final double PLACE_HZ = 150e3;
    private static final double CHANGE_S = 4.0;

    private StationScenes() {}

    static Scenario overDeviation(long seed) {
        SceneDraft draft = new SceneDraft("over-deviation", seed, 1.0e6, 10.0);
        MultiplexSettings wide =
                new MultiplexSettings(true, Math.rint(draft.between(115e3, 140e3)), 6_750.0, 0.0, 50e-6, null);
        CarrierBuilder station = draft.carrier("WIDE", 200e3, draft.between(26.0, 40.0));
        draft.add(station.sending(draft.stereo().louder(12.0).by(wide)));
        draft.add(draft.carrier("GOOD", -300e3, draft.between(20.0, 40.0)).sending(draft.stereo()));
        return draft.scene();
    }

    static Scenario offset(long seed) {
        SceneDraft draft = new SceneDraft("offset", seed, PAIR_RATE_HZ, 9.0);
        double errorHz = draft.eitherSign(Math.rint(draft.between(5e3, 12e3)));
        draft.add(draft.carrier("OFF", PLACE_HZ, draft.between(18.0, 40.0))
                .offBy(errorHz)
                .sending(draft.stereo()));
        other(draft);
        return draft.scene();
    }

    /** The pilot promises what the sound does not hold, for over a minute. */
    static Scenario mono(long seed) {
        SceneDraft draft = new SceneDraft("mono", seed, 500e3, 70.0);
        Output output = draft.stereo();
        draft.add(draft.carrier("MONO", 100e3, draft.between(26.0, 40.0))
                .sending(output)
                .then(CHANGE_S, output.through(Channels.MONO)));
        return draft.scene();
    }

    static Scenario phase(long seed) {
        SceneDraft draft = new SceneDraft("phase", seed, PAIR_RATE_HZ, 18.0);
        Output output = draft.stereo();
        draft.add(draft.carrier("PHASE", PLACE_HZ, draft.between(26.0, 40.0))
                .sending(output)
                .then(CHANGE_S, output.through(Channels.INVERTED)));
        other(draft);
        return draft.scene();
    }

    static Scenario silence(long seed) {
        SceneDraft draft = new SceneDraft("silence", seed, PAIR_RATE_HZ, 13.0);
        Output output = draft.chance(0.5) ? draft.stereo() : draft.stereo(draft.identity());
        draft.add(draft.carrier("SILENT", PLACE_HZ, draft.between(22.0, 40.0))
                .sending(output)
                .then(CHANGE_S, output.silenced()));
        other(draft);
        return draft.scene();
    }

    static Scenario bareCarrier(long seed) {
        SceneDraft draft = new SceneDraft("bare-carrier", seed, PAIR_RATE_HZ, 13.0);
        Output output = draft.stereo(draft.identity());
        draft.add(draft.carrier("BARE", PLACE_HZ, draft.between(18.0, 40.0))
                .sending(output)
                .then(CHANGE_S, output.bare()));
        other(draft);
        return draft.scene();
    }

    static Scenario rdsMismatch(long seed) {
        SceneDraft draft = new SceneDraft("rds-mismatch", seed, PAIR_RATE_HZ, 12.0);
        Output output = draft.stereo(draft.identity());
        double placeHz = draft.centerHz + PLACE_HZ;
        draft.add(draft.carrier("NAMED", PLACE_HZ, draft.between(24.0, 40.0))
                .sending(output)
                .registeredAs(RegisterRow.of(placeHz, output)
                        .named(String.format("D%03X", draft.random.nextInt(0x1000)), "")));
        other(draft);
        return draft.scene();
    }

    private static void other(SceneDraft draft) {
        draft.add(draft.carrier("OTHER", -PLACE_HZ, draft.between(15.0, 40.0)).sending(draft.stereo()));
    }
}
