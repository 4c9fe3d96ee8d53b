package io.bandwatch.detectors.rf;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static io.bandwatch.detectors.Finding.Phase.RESUMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.watch.Plain;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlicensedCarrierDetectorTest {
    private static final LicenceJudge JUDGE =
            Registers.judge("A,One,98.0,broadcast,1000", "V,Village,98.5,village", "N,Night,97.0,village,,22:00-06:00");

    private static DetectorRun<RfObservation, UnlicensedCarrierState, Finding> run(LicenceJudge judge) {
        return new DetectorRun<>(
                new Plain<>(
                        new UnlicensedCarrierDetector(Registers.verdicts(judge), UnlicensedCarrierSettings.DEFAULT)),
                RfObservation::time);
    }

    private static List<Finding> findings(Looks looks) {
        return run(JUDGE).over(looks.list()).findings();
    }

    private static Instant after(double seconds) {
        return Looks.START.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void raisesAtTheEndOfTheLookThatCompletesTheHoldTime() {
        List<Finding> findings = findings(Looks.at(98.3e6).off(1).on(4, 20).ended());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.phase()).isEqualTo(RAISED);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.onset()).isEqualTo(after(1));
            assertThat(finding.since()).isEqualTo(after(1));
            assertThat(finding.at()).isEqualTo(after(3));
            assertThat(finding.until()).isEqualTo(after(3));
            // ten equal looks: their mean is each of them
            assertThat(finding.measured()).isCloseTo(20, within(1e-6));
            assertThat(finding.threshold()).isEqualTo(-3);
            assertThat(finding.subject().place()).isEqualTo("roof|98300000|0");
            assertThat(finding.registerVersion()).isEqualTo(JUDGE.registerVersion());
            assertThat(finding.reasons())
                    .extracting(reason -> reason.code())
                    .containsExactly(ReasonCode.NO_REGISTER_ENTRY, ReasonCode.ON_AIR);
        });
    }

    @Test
    void saysNothingBeforeTheHoldTime() {
        assertThat(findings(Looks.at(98.3e6).on(1.8, 30).off(10).ended())).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsNeverConfirmedOrTooWeak() {
        assertThat(findings(Looks.at(98.3e6).unconfirmed(20, 5).ended())).isEmpty();
        assertThat(findings(Looks.at(98.3e6).on(20, -3.5).ended())).isEmpty();
    }

    @Test
    void neverAlarmsForWhatTheRegisterExplains() {
        assertThat(findings(Looks.at(98.0e6).on(100, 30).ended())).isEmpty();
        assertThat(findings(Looks.at(98.5e6).on(100, 30).ended())).isEmpty();
    }

    @Test
    void judgesNothingWithoutARegister() {
        LicenceJudge judge = new LicenceJudge(null, JudgeSettings.DEFAULT);
        assertThat(run(judge).over(Looks.at(98.3e6).on(100, 30).ended().list()).findings())
                .isEmpty();
    }

    @Test
    void escalatesAfterAMinuteOfPresenceCountedOverPresences() {
        List<Finding> findings =
                findings(Looks.at(98.3e6).on(40, 20).off(10).on(40, 20).ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::at, Finding::severity)
                .containsExactly(
                        tuple(RAISED, after(2), Severity.WARNING),
                        tuple(PAUSED, after(43), Severity.WARNING),
                        tuple(RESUMED, after(52), Severity.WARNING),
                        tuple(ESCALATED, after(70), Severity.MAJOR));
    }

    @Test
    void countsNoPresenceInWhichNobodyObserved() {
        // from its begin to its end it is there for minutes, as if the service had not been down for five of them
        List<Finding> findings = findings(Looks.at(98.3e6)
                .on(1, 20)
                .blind(300)
                .on(40, 20)
                .off(1)
                .blind(300)
                .on(10, 20)
                .ended());
        assertThat(findings).extracting(Finding::phase, Finding::at).containsExactly(tuple(RAISED, after(302)));
        assertThat(findings(Looks.at(98.3e6).on(30, 20).blind(300).on(40, 20).ended()))
                .extracting(Finding::phase, Finding::at)
                .containsExactly(tuple(RAISED, after(2)), tuple(ESCALATED, after(360)));
    }

    @Test
    void bridgesGapsBelowTheClearTime() {
        assertThat(findings(Looks.at(98.3e6)
                        .on(5, 20)
                        .off(2.8)
                        .on(5, 20)
                        .off(2.8)
                        .on(5, 20)
                        .ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
    }

    @Test
    void staysOnBetweenTheTwoThresholds() {
        assertThat(findings(Looks.at(98.3e6).on(5, 0).on(20, -5).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
        assertThat(findings(Looks.at(98.3e6).on(5, 0).on(20, -7).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED, PAUSED, ENDED);
    }

    @Test
    void endsAtTheEndOfTheRecordingOnlyIfItHasBeenOffForTheClearTime() {
        List<Finding> off = findings(Looks.at(98.3e6).on(5, 20).off(4).ended());
        assertThat(off)
                .extracting(Finding::phase, Finding::at, Finding::until)
                .containsExactly(
                        tuple(RAISED, after(2), after(2)),
                        tuple(PAUSED, after(8), after(5)),
                        tuple(ENDED, after(9), after(5)));
        assertThat(findings(Looks.at(98.3e6).on(5, 20).off(2.8).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
    }

    @Test
    void endsTwelveHoursAfterItWasLastSeenAndBeginsAnewThen() {
        Duration day = Duration.ofHours(24);
        List<Finding> findings = findings(
                Looks.at(98.3e6).on(5, 20).off(5).blind(24 * 3600.0).on(5, 20).ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::at, Finding::onset)
                .containsExactly(
                        tuple(RAISED, after(2), after(0)),
                        tuple(PAUSED, after(8), after(0)),
                        tuple(ENDED, after(5).plus(Duration.ofHours(12)), after(0)),
                        tuple(RAISED, after(12).plus(day), after(10).plus(day)));
    }

    @Test
    void anotherCarrierInTheSamePlaceIsAnotherIncident() {
        List<Finding> findings =
                findings(Looks.at(98.3e6).on(5, 20).off(10).on(5, 20, 30e3).ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED, RAISED);
        assertThat(findings.get(3).onset()).isEqualTo(after(15));
    }

    @Test
    void timeNotObservedIsNeitherPresenceNorAbsence() {
        assertThat(findings(Looks.at(98.3e6).on(1, 20).blind(60).on(0.8, 20).ended()))
                .isEmpty();
        assertThat(findings(Looks.at(98.3e6).on(5, 20).blind(60).on(5, 20).ended()))
                .extracting(Finding::phase)
                .doesNotContain(PAUSED);
    }

    @Test
    void oneLongSweepIsEnoughToRaiseAndEscalate() {
        List<Finding> findings = findings(
                Looks.at(98.3e6).sweeps(60_000, 10e3).off(60).on(60, 20).ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::at)
                .containsExactly(tuple(RAISED, after(120)), tuple(ESCALATED, after(120)));
    }

    @Test
    void pausesWhenTheHoursOfAnAuthorisedTransmitterBegin() {
        Instant fiveMinutesToTen = Instant.parse("2026-03-02T13:55:00Z");
        List<Finding> findings =
                findings(Looks.from(fiveMinutesToTen, 97.0e6).on(400, 20).ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, PAUSED, ENDED);
        assertThat(findings.get(0).reasons()[0].code()).isEqualTo(ReasonCode.OUTSIDE_HOURS);
        assertThat(findings.get(3).until()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
    }

    @Test
    void aLicensedVoiceCarrierThatJittersIsJudgedByItsMean() {
        Looks looks = Looks.at(98.0e6);
        for (int i = 0; i < 50; i++) {
            looks.on(0.2, 2, 28e3).on(0.2, 2, -28e3);
        }
        assertThat(findings(looks.ended())).isEmpty();
    }

    @Test
    void comingAndGoingAllNightIsOneIncidentWhereTheRulePerLookTellsOfFifty() {
        Looks looks = Looks.at(98.3e6);
        for (int i = 0; i < 50; i++) {
            looks.on(10, 20).off(20);
        }
        List<RfObservation> night = looks.ended().list();
        // the naive rule: every time that the carrier appears is an incident
        long naive = 0;
        boolean wasOn = false;
        for (RfObservation look : night) {
            naive += look.onAir() && !wasOn ? 1 : 0;
            wasOn = look.onAir();
        }
        assertThat(naive).isEqualTo(50);

        List<Finding> findings = run(JUDGE).over(night).findings();
        assertThat(findings).filteredOn(f -> f.phase() == RAISED).hasSize(1);
        assertThat(findings).filteredOn(f -> f.phase() == RESUMED).hasSize(49);
        assertThat(findings).filteredOn(f -> f.phase() == ENDED).hasSize(1);
        assertThat(findings).extracting(Finding::onset).containsOnly(after(0));
    }
}
