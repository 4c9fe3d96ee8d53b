package io.bandwatch.deploy;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.audio.SoundDetector;
import io.bandwatch.detectors.audio.SoundState;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.rf.CarrierLostDetector;
import io.bandwatch.detectors.rf.CarrierLostState;
import io.bandwatch.detectors.rf.ProgrammeMismatchDetector;
import io.bandwatch.detectors.rf.UnlicensedCarrierDetector;
import io.bandwatch.detectors.rf.UnlicensedCarrierState;
import io.bandwatch.detectors.rf.emission.FrequencyOffsetDetector;
import io.bandwatch.detectors.rf.emission.MpxPowerDetector;
import io.bandwatch.detectors.rf.emission.OverDeviationDetector;
import io.bandwatch.detectors.rf.emission.OverDeviationState;
import io.bandwatch.detectors.rf.emission.UnmodulatedCarrierDetector;
import io.bandwatch.detectors.rf.emission.WindowState;
import io.bandwatch.detectors.rf.identity.RdsMismatchDetector;
import io.bandwatch.detectors.rf.identity.RdsMismatchState;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.detectors.watch.OfLooks;
import io.bandwatch.detectors.watch.OfStations;
import io.bandwatch.signal.RfObservation;

/**
 * The detectors of a place, all in one operator, so that a look crosses one edge of the job and not one for each of them.
 * Names are those of their states in checkpoints.
 */
final class CarrierDetectors {
    private final JudgingSettings settings;
    private final VerdictJudge verdicts;
    private final LicenceJudge licences;
    private final DetectorFunction<String, AttestedLook, Finding> function =
            new DetectorFunction<>(AttestedLook::time, AttestedLook::isLast);

    CarrierDetectors(JudgingSettings settings, VerdictJudge verdicts) {
        this.settings = settings;
        this.verdicts = verdicts;
        this.licences = verdicts.licences();
    }

    DetectorFunction<String, AttestedLook, Finding> all() {
        presence();
        emission();
        return function;
    }

    private void presence() {
        function.with(
                        "unlicensed-carrier",
                        new UnlicensedCarrierDetector(verdicts, settings.unlicensed()),
                        UnlicensedCarrierState.class)
                .with(
                        "programme-mismatch",
                        new ProgrammeMismatchDetector(verdicts, settings.mismatch()),
                        ConditionRun.class);
        function.with(
                "carrier-lost",
                new OfLooks<>(new CarrierLostDetector(licences, settings.maintenance(), settings.lost())),
                CarrierLostState.class);
    }

    private void emission() {
        StationSettings stations = settings.stations();
        add("frequency-offset", new FrequencyOffsetDetector(licences, stations.offset()), WindowState.class);
        add("over-deviation", new OverDeviationDetector(stations.deviation()), OverDeviationState.class);
        add("mpx-power-high", new MpxPowerDetector(stations.mpxPower()), WindowState.class);
        add("unmodulated-carrier", new UnmodulatedCarrierDetector(stations.unmodulated()), ConditionRun.class);
        add("rds-mismatch", new RdsMismatchDetector(licences, stations.rds()), RdsMismatchState.class);
        add("sound", new SoundDetector(licences, stations.sound()), SoundState.class);
    }

    /** Adds one of the faults of stations. */
    private <S> void add(String name, Detector<RfObservation, S, Finding> detector, Class<S> state) {
        function.with(name, new OfStations<>(detector, settings.register() != null), state);
    }
}
