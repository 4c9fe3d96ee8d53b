package io.bandwatch.detectors.rf;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.watch.Plain;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CarrierDetectorsPropertyTest {
    private static final Plain<UnlicensedCarrierState, Finding> UNLICENSED = new Plain<>(new UnlicensedCarrierDetector(
            Registers.verdicts("A,One,99.0,broadcast"), UnlicensedCarrierSettings.DEFAULT));
    private static final CarrierLostDetector LOST = new CarrierLostDetector(
            Registers.judge("A,One,98.3,broadcast"), MaintenancePlan.NONE, CarrierLostSettings.DEFAULT);

    private static List<RfObservation> anything(long seed) {
        Random random = new Random(seed);
        Looks looks = Looks.at(98.3e6);
        for (int i = 0; i < 60; i++) {
            double seconds = 0.2 + random.nextInt(40) * 0.2;
            switch (random.nextInt(6)) {
                case 0 -> looks.on(seconds, random.nextInt(40) - 10, random.nextInt(40_000) - 20_000);
                case 1 -> looks.on(seconds, 20);
                case 2 -> looks.off(seconds);
                case 3 -> looks.unconfirmed(seconds, 10);
                case 4 -> looks.off(0.2).on(0.2, 5);
                default -> looks.blind(random.nextInt(8) == 0 ? 50_000 : seconds);
            }
        }
        return looks.ended().list();
    }

    private static <S> List<Finding> run(Detector<RfObservation, S, Finding> detector, List<RfObservation> looks) {
        return new DetectorRun<>(detector, RfObservation::time).over(looks).findings();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void findingsKeepTheirGrammarWhateverIsObserved(long seed) {
        FindingGrammar.assertHolds(run(UNLICENSED, anything(seed)));
        FindingGrammar.assertHolds(run(LOST, anything(seed)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void nothingIsFoundBeforeTheHoldTime(long seed) {
        for (Finding finding : run(UNLICENSED, anything(seed))) {
            if (finding.phase() == Phase.RAISED || finding.phase() == Phase.RESUMED) {
                assertThat(Duration.between(finding.since(), finding.at()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            }
        }
        for (Finding finding : run(LOST, anything(seed))) {
            assertThat(finding.measured()).isGreaterThanOrEqualTo(2.0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void aReplayFindsTheSame(long seed) {
        assertThat(FindingGrammar.written(run(UNLICENSED, anything(seed))))
                .isEqualTo(FindingGrammar.written(run(UNLICENSED, anything(seed))));
        assertThat(FindingGrammar.written(run(LOST, anything(seed))))
                .isEqualTo(FindingGrammar.written(run(LOST, anything(seed))));
    }
}
