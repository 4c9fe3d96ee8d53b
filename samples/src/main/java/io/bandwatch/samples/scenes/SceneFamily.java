package io.bandwatch.samples.scenes;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.scenario.CarrierBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Two worlds that share nothing but the rules: thresholds and confidences are set on scenes of the one, and what they are
 * worth is told from scenes of the other, with impairments and strengths that nobody has tuned for.
 */
public enum SceneFamily {
    /** Flat floor, direct paths, strengths spread evenly. */
    TUNING {
        @Override
        double cnDb(SceneDraft draft, double leastDb) {
            return draft.between(leastDb, leastDb + 20.0);
        }

        @Override
        void impair(SceneDraft draft) {
            draft.floor(FloorShape.flat(SceneDraft.NOISE_DBFS));
        }

        @Override
        CarrierBuilder impair(SceneDraft draft, CarrierBuilder carrier) {
            return carrier;
        }
    },
    /**
     * Sloped and rippled floor, impulses, a little imbalance and a constant component; echoes, fading and drift; most
     * carriers weak, a few very strong.
     */
    REPORT {
        @Override
        double cnDb(SceneDraft draft, double leastDb) {
            double share = draft.random.nextUniform();
            return leastDb + 26.0 * share * share;
        }

        @Override
        void impair(SceneDraft draft) {
            draft.floor(FloorShape.flat(SceneDraft.NOISE_DBFS)
                    .withSlope(draft.between(-6.0, 6.0))
                    .withRipple(draft.between(0.0, 2.0), draft.between(0.8e6, 2.0e6)));
        }

        @Override
        CarrierBuilder impair(SceneDraft draft, CarrierBuilder carrier) {
            List<Transmission.Echo> echoes = new ArrayList<>();
            if (draft.chance(0.5)) {
                echoes.add(new Transmission.Echo(
                        draft.between(2e-6, 15e-6), draft.between(0.05, 0.3), draft.between(-1.0, 1.0)));
            }
            boolean fades = draft.chance(0.4);
            return carrier.drifting(draft.between(-15.0, 15.0))
                    .over(new Transmission.Paths(
                            echoes, fades ? draft.between(0.1, 0.6) : 0.0, fades ? draft.between(1.0, 4.0) : 0.0));
        }
    };

    /** Seeds of one family are not those of the other. */
    long seed(long number) {
        return this == TUNING ? number : 1_000_000 + number;
    }

    /** Strength of a carrier, dB in 200 kHz. */
    abstract double cnDb(SceneDraft draft, double leastDb);

    /** What the floor of the scene looks like. */
    abstract void impair(SceneDraft draft);

    /** What a carrier suffers on its way. */
    abstract CarrierBuilder impair(SceneDraft draft, CarrierBuilder carrier);

    /** What the receiver does wrong beside what the scene is about. */
    ReceiverFaults faults(SceneDraft draft, double interceptDbfs, double imbalanceDb, List<ReceiverFaults.Spur> spurs) {
        boolean rough = this == REPORT;
        return new ReceiverFaults(
                rough ? draft.between(0.0, 10.0) : 0.0,
                SceneDraft.NOISE_DBFS + 45.0,
                interceptDbfs,
                List.of(),
                imbalanceDb,
                0.0,
                rough ? SceneDraft.NOISE_DBFS + draft.between(0.0, 10.0) : Double.NEGATIVE_INFINITY,
                spurs,
                0.0,
                List.of());
    }
}
