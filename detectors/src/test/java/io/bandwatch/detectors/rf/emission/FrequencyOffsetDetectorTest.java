package io.bandwatch.detectors.rf.emission;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyOffsetDetectorTest {
    private static List<Finding> findings(String row, Looks looks) {
        FrequencyOffsetDetector detector =
                new FrequencyOffsetDetector(Registers.judge(row), FrequencyOffsetSettings.DEFAULT);
        List<Finding> findings = new DetectorRun<>(detector, RfObservation::time)
                .over(looks.ended().list())
                .findings();
        FindingGrammar.assertHolds(findings);
        return findings;
    }

    private static Instant after(double seconds) {
        return Looks.START.plusMillis(Math.round(seconds * 1000));
    }

    @ParameterizedTest
    @CsvSource({
        // 2 kHz above 50 W, 3 kHz up to it and where the power is not known; half a kilohertz may be the receiver's
        "broadcast, 1000, 2400, 0",
        "broadcast, 1000, 2600, 1",
        "broadcast, 1000, -2600, 1",
        "broadcast, 50, 3400, 0",
        "broadcast, 50, 3600, 1",
        "broadcast, '', 3400, 0",
        "relay, 1000, 2600, 1",
        "village, 1000, 2600, 0",
        "foreign, 1000, 2600, 0"
    })
    void holdsLicensedStationsToTheirTolerance(String stationClass, String erpW, double offsetHz, int incidents) {
        List<Finding> findings = findings(
                "A,One,98.0," + stationClass + "," + erpW, Looks.at(98e6).on(10, 30, offsetHz));
        assertThat(findings).hasSize(incidents);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.onset()).isEqualTo(after(0));
            assertThat(finding.at()).isEqualTo(after(5));
            assertThat(finding.measured()).isCloseTo(offsetHz, within(1.0));
        });
    }

    @Test
    void datesAStepToItsSecondAndEndsWithIt() {
        List<Finding> findings = findings(
                "A,One,98.0,broadcast,1000",
                Looks.at(98e6).on(20, 30).on(40, 30, 5000).on(20, 30));
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, PAUSED, ENDED);
        // the mean of five seconds passes half of the step after half of them
        assertThat(Duration.between(after(20), findings.get(0).at())).isBetween(Duration.ZERO, Duration.ofSeconds(3));
        assertThat(Duration.between(after(20), findings.get(0).onset()).abs())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(after(60), findings.get(3).until()).abs())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aVoiceCarrierKeepsToItsFrequencyWhereSingleLooksLeaveItByKilohertz() {
        Looks looks = Looks.at(98e6);
        for (int i = 0; i < 200; i++) {
            // syllables pull the mean of a fifth of a second by up to 4 kHz, of both signs
            looks.on(0.2, 30, 4000 * Math.sin(2.1 * i));
        }
        long naive = looks.list().stream()
                .filter(look -> Math.abs(look.frequencyHz() - 98e6) > 2500)
                .count();
        assertThat(naive).isGreaterThan(50);
        assertThat(findings("A,One,98.0,broadcast,1000", looks)).isEmpty();
    }

    @Test
    void judgesNobodyInNoiseNorInASweep() {
        assertThat(findings("A,One,98.0,broadcast,1000", Looks.at(98e6).on(60, 9.5, 5000)))
                .isEmpty();
        assertThat(findings(
                        "A,One,98.0,broadcast,1000",
                        Looks.at(98e6).sweeps(1000, 10e3).on(60, 30, 5000)))
                .isEmpty();
    }

    @Test
    void startsAnewWhenTheStationComesBack() {
        // four seconds of each stay do not make the five that the mean needs
        assertThat(findings(
                        "A,One,98.0,broadcast,1000",
                        Looks.at(98e6).on(4, 30, 5000).off(10).on(4, 30, 5000)))
                .isEmpty();
    }
}
