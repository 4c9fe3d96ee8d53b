package io.bandwatch.detectors.rf;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierLostDetectorTest {
    private static final String ALWAYS = "A,One,98.0,broadcast,1000";
    /** 02:00 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");

    private static List<Finding> findings(LicenceJudge judge, MaintenancePlan plan, Looks looks) {
        CarrierLostDetector detector = new CarrierLostDetector(judge, plan, CarrierLostSettings.DEFAULT);
        return new DetectorRun<>(detector, RfObservation::time)
                .over(looks.list())
                .findings();
    }

    private static List<Finding> findings(String row, Looks looks) {
        return findings(Registers.judge(row), MaintenancePlan.NONE, looks);
    }

    private static Instant after(double seconds) {
        return Looks.START.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void warnsAfterTwoSecondsAlarmsAfterFiveAndEndsWhenItIsBackForThree() {
        List<Finding> findings =
                findings(ALWAYS, Looks.at(98.0e6).on(10, 30).off(8).on(4, 30).ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::severity, Finding::at, Finding::until)
                .containsExactly(
                        tuple(RAISED, Severity.WARNING, after(12), after(12)),
                        tuple(ESCALATED, Severity.MAJOR, after(15), after(15)),
                        tuple(ENDED, Severity.MAJOR, after(21), after(18)));
        assertThat(findings).extracting(Finding::onset).containsOnly(after(10));
        assertThat(findings.get(2).measured()).isEqualTo(8.0);
        assertThat(findings.get(0).unit()).isEqualTo("s");
        assertThat(findings.get(0).reasons()[0].arguments()).containsExactly("A", "One", "30.0", "2.0");
    }

    @Test
    void staysOpenAtTheEndOfTheRecording() {
        assertThat(findings(ALWAYS, Looks.at(98.0e6).on(10, 30).off(8).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED, ESCALATED);
        assertThat(findings(ALWAYS, Looks.at(98.0e6).on(10, 30).off(8).on(2, 30).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED, ESCALATED);
    }

    @Test
    void neverMissesWhatWasNotReceivedHere() {
        assertThat(findings(ALWAYS, Looks.at(98.0e6).off(100).ended())).isEmpty();
        assertThat(findings(ALWAYS, Looks.at(98.0e6).on(1.8, 30).off(100).ended()))
                .isEmpty();
        assertThat(findings(ALWAYS, Looks.at(98.0e6).unconfirmed(10, 5).off(100).ended()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,One,98.0,broadcast | 2",
                "A,One,98.0,relay | 2",
                "A,One,98.0,village | 0",
                "A,One,98.0,foreign | 0",
                "A,One,99.0,broadcast | 0",
                "A,One,98.0,broadcast,,,,2020-01-01 | 0"
            })
    void onlyBroadcastAndRelayMustBeOnAir(String row, int findings) {
        assertThat(findings(row, Looks.at(98.0e6).on(10, 30).off(10).ended())).hasSize(findings);
    }

    @Test
    void knowsNothingWithoutARegister() {
        LicenceJudge judge = new LicenceJudge(null, JudgeSettings.DEFAULT);
        assertThat(findings(
                        judge,
                        MaintenancePlan.NONE,
                        Looks.at(98.0e6).on(10, 30).off(10).ended()))
                .isEmpty();
    }

    @Test
    void unobservedIsNotAbsent() {
        assertThat(findings(
                        ALWAYS,
                        Looks.at(98.0e6).on(10, 30).blind(100).on(10, 30).ended()))
                .isEmpty();
        assertThat(findings(
                        ALWAYS,
                        Looks.at(98.0e6)
                                .on(10, 30)
                                .off(1)
                                .blind(100)
                                .off(0.8)
                                .on(5, 30)
                                .ended()))
                .isEmpty();
    }

    @Test
    void aWeakCarrierThatFlickersIsNotLostWhereTheRulePerLookLosesItAHundredTimes() {
        Looks looks = Looks.at(98.0e6).on(10, 0);
        for (int i = 0; i < 100; i++) {
            looks.off(0.4).on(0.6, 0);
        }
        List<RfObservation> seen = looks.ended().list();
        // the naive rule: a carrier that a look does not find is lost
        long naive = 0;
        for (int i = 1; i < seen.size() - 1; i++) {
            naive += seen.get(i - 1).onAir() && !seen.get(i).onAir() ? 1 : 0;
        }
        assertThat(naive).isEqualTo(100);
        assertThat(findings(ALWAYS, looks)).isEmpty();
    }

    @Test
    void isSilentOutsideTheHours() {
        String row = "A,One,98.0,broadcast,1000,05:30-02:00";
        Instant minuteToTwo = NIGHT.minusSeconds(60);
        assertThat(findings(
                        row, Looks.from(minuteToTwo, 98.0e6).on(60, 30).off(100).ended()))
                .isEmpty();
    }

    @Test
    void aLossThatRunsIntoTheEndOfTheHoursEndsThere() {
        String row = "A,One,98.0,broadcast,1000,05:30-02:00";
        Instant minuteToTwo = NIGHT.minusSeconds(60);
        List<Finding> findings = findings(
                row, Looks.from(minuteToTwo, 98.0e6).on(30, 30).off(100).ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, ENDED);
        assertThat(findings.get(2).until()).isEqualTo(NIGHT);
    }

    @Test
    void isLostFromTheBeginOfTheHoursIfItDoesNotComeOn() {
        String row = "A,One,98.0,broadcast,1000,02:00-01:58";
        Instant threeMinutesToTwo = NIGHT.minusSeconds(180);
        List<Finding> findings = findings(
                row, Looks.from(threeMinutesToTwo, 98.0e6).on(60, 30).off(300).ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED);
        assertThat(findings.get(0).onset()).isEqualTo(NIGHT);
    }

    @ParameterizedTest
    @CsvSource({"GD-7, 0", "'', 2"})
    void approvedMaintenanceExcusesSilence(String approval, int findings) {
        MaintenancePlan plan = Registers.plan("A,2026-03-02 02:00,2026-03-02 05:00," + approval + ",antenna");
        Looks looks = Looks.from(NIGHT, 98.0e6).on(10, 30).off(100).ended();
        assertThat(findings(Registers.judge(ALWAYS), plan, looks)).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"05:30-02:00, true", "'', false"})
    void appliesNoHoursWhereTheTimeIsUnknownAndSaysSo(String hours, boolean matters) {
        String row = "A,One,98.0,broadcast,1000," + hours;
        List<Finding> findings =
                findings(row, Looks.atUnknownTime(98.0e6).on(10, 30).off(4).ended());
        assertThat(findings).singleElement().satisfies(finding -> assertThat(List.of(finding.reasons()).stream()
                        .anyMatch(reason -> reason.code() == ReasonCode.TIME_UNKNOWN))
                .isEqualTo(matters));
    }
}
