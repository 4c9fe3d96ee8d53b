package io.bandwatch.detectors.condition;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static io.bandwatch.detectors.Finding.Phase.RESUMED;
import static io.bandwatch.detectors.Finding.Phase.REVISED;
import static io.bandwatch.detectors.condition.Quiet.HOLDS_DB;
import static io.bandwatch.detectors.condition.Quiet.HOLDS_NOT_DB;
import static io.bandwatch.detectors.condition.Quiet.UNKNOWN_DB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionRuleTest {
    /** Warns after 5 s, alarms after 20 s, is clear after 3 s, forgotten after 10 min. */
    private static final Quiet QUIET = Quiet.of(ConditionTimes.ofSeconds(5, 20, 3));

    private static Looks looks() {
        return Looks.at(98.0e6);
    }

    private static DetectorRun<RfObservation, ConditionRun, Finding> run(Looks looks) {
        return new DetectorRun<>(QUIET, RfObservation::time).over(looks.list());
    }

    private static List<Finding> findings(Looks looks) {
        List<Finding> findings = run(looks).findings();
        FindingGrammar.assertHolds(findings);
        return findings;
    }

    private static Instant after(double seconds) {
        return Looks.START.plusMillis(Math.round(seconds * 1000));
    }

    @Test
    void warnsAlarmsAndEndsWithTheConditionNotWithTheClearTime() {
        List<Finding> findings = findings(looks().on(10, HOLDS_NOT_DB)
                .on(25, HOLDS_DB)
                .on(10, HOLDS_NOT_DB)
                .ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::severity, Finding::at, Finding::until)
                .containsExactly(
                        tuple(RAISED, Severity.WARNING, after(15), after(15)),
                        tuple(ESCALATED, Severity.MAJOR, after(30), after(30)),
                        tuple(PAUSED, Severity.MAJOR, after(38), after(35)),
                        tuple(ENDED, Severity.MAJOR, after(45), after(35)));
        assertThat(findings).extracting(Finding::onset).containsOnly(after(10));
        assertThat(findings.get(0))
                .extracting(
                        Finding::kind, Finding::measured, Finding::threshold, Finding::unit, Finding::registerVersion)
                .containsExactly(IncidentKind.SILENCE, HOLDS_DB, 20.0, "dB", "v1");
    }

    @Test
    void anEndThatIsKnownBetterLaterIsTold() {
        ConditionRule rule = new ConditionRule(IncidentKind.SILENCE, ConditionTimes.ofSeconds(5, 20, 3), "");
        ConditionRun run = ConditionRun.NOTHING.endedBy(after(1));
        for (int second = 0; second < 10; second++) {
            run = rule.after(run, second(second), Reading.yes(1, 0, "dB")).next();
        }
        assertThat(run.endedBy(after(-2)).lastHeld()).as("not before it began").isEqualTo(after(0));
        run = run.endedBy(after(8));
        List<Finding> findings = List.of();
        for (int second = 10; second < 13; second++) {
            var step = rule.after(run, second(second), Reading.NO);
            run = step.next();
            findings = step.findings();
        }
        assertThat(findings)
                .extracting(Finding::phase, Finding::since, Finding::until)
                .containsExactly(tuple(PAUSED, after(0), after(8)));
    }

    private static Look second(int number) {
        return new Look(Subject.service("air", 1), after(number), 1_000_000_000L);
    }

    @Test
    void staysOpenAtTheEndOfTheRecording() {
        assertThat(findings(looks().on(10, HOLDS_DB).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
        assertThat(findings(looks().on(10, HOLDS_DB).on(2, HOLDS_NOT_DB).ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
    }

    @Test
    void pausesBetweenWordsAreNoSilenceWhereAddedUpTheyWouldBe() {
        Looks looks = looks();
        for (int i = 0; i < 60; i++) {
            looks.on(1.0, HOLDS_NOT_DB).on(0.6, HOLDS_DB);
        }
        double addedUpS = looks.list().stream()
                        .filter(look -> look.snrDb() == HOLDS_DB)
                        .mapToLong(RfObservation::durationNs)
                        .sum()
                / 1e9;
        assertThat(addedUpS).isGreaterThan(20);
        assertThat(findings(looks.ended())).isEmpty();
    }

    @Test
    void aBreakShorterThanTheClearTimeBelongsToThePresence() {
        List<Finding> findings = findings(looks().on(10, HOLDS_DB)
                .on(2.8, HOLDS_NOT_DB)
                .on(10, HOLDS_DB)
                .on(3, HOLDS_NOT_DB)
                .ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, PAUSED, ENDED);
        assertThat(findings.get(2).until()).isEqualTo(after(22.8));
    }

    @Test
    void aReturnWithinTenMinutesIsAnotherPresence() {
        List<Finding> findings = findings(looks().on(10, HOLDS_DB)
                .on(590, HOLDS_NOT_DB)
                .on(10, HOLDS_DB)
                .on(5, HOLDS_NOT_DB)
                .ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::since, Finding::at)
                .containsExactly(
                        tuple(RAISED, after(0), after(5)),
                        tuple(PAUSED, after(0), after(13)),
                        tuple(RESUMED, after(600), after(605)),
                        tuple(PAUSED, after(600), after(613)),
                        tuple(ENDED, after(600), after(615)));
        assertThat(findings).extracting(Finding::onset).containsOnly(after(0));
    }

    @Test
    void aLaterReturnIsAnotherIncident() {
        List<Finding> findings = findings(
                looks().on(10, HOLDS_DB).on(620, HOLDS_NOT_DB).on(10, HOLDS_DB).ended());
        assertThat(findings)
                .extracting(Finding::phase, Finding::onset, Finding::at)
                .containsExactly(
                        tuple(RAISED, after(0), after(5)),
                        tuple(PAUSED, after(0), after(13)),
                        tuple(ENDED, after(0), after(610)),
                        tuple(RAISED, after(630), after(635)));
    }

    @Test
    void withNothingToRememberEveryReturnIsAnIncident() {
        Quiet forgetful = Quiet.of(
                new ConditionTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO));
        Looks looks =
                looks().on(2, HOLDS_DB).on(2, HOLDS_NOT_DB).on(2, HOLDS_DB).ended();
        List<Finding> findings = new DetectorRun<>(forgetful, RfObservation::time)
                .over(looks.list())
                .findings();
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, ENDED, RAISED, ESCALATED);
    }

    @Test
    void timeNotObservedAndTimeNotKnownCountAsNothing() {
        // 4 s before and 0.8 s behind the gap are not 5 s
        assertThat(findings(looks().on(4, HOLDS_DB).blind(100).on(0.8, HOLDS_DB).ended()))
                .isEmpty();
        assertThat(findings(looks().on(4, HOLDS_DB)
                        .on(100, UNKNOWN_DB)
                        .on(0.8, HOLDS_DB)
                        .ended()))
                .isEmpty();
        List<Finding> findings = findings(
                looks().on(4, HOLDS_DB).on(100, UNKNOWN_DB).on(1, HOLDS_DB).ended());
        assertThat(findings).extracting(Finding::phase, Finding::onset).containsExactly(tuple(RAISED, after(0)));
        // nor are they clear
        assertThat(findings(looks().on(6, HOLDS_DB)
                        .on(2, HOLDS_NOT_DB)
                        .blind(100)
                        .on(100, UNKNOWN_DB)
                        .on(0.8, HOLDS_NOT_DB)
                        .on(3, HOLDS_DB)
                        .ended()))
                .extracting(Finding::phase)
                .containsExactly(RAISED);
    }

    @Test
    void aStationThatGoesOffAirIsNotSilentAnyMore() {
        List<Finding> findings = findings(looks().on(10, HOLDS_DB).off(10).ended());
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
        assertThat(findings.get(1).until()).isEqualTo(after(10));
        assertThat(findings(looks().off(100).ended())).isEmpty();
    }

    @Test
    void aWindowedMeasureTellsWhenItBegan() {
        ConditionRule rule = new ConditionRule(IncidentKind.OVER_DEVIATION, ConditionTimes.ofSeconds(0, 60, 3), "");
        RfObservation look = looks().blind(60).on(0.2, HOLDS_DB).list().get(0);
        Finding finding = rule.after(
                        ConditionRun.NOTHING,
                        look,
                        Reading.yes(2, 1, "1e-4").since(look.time().minusSeconds(50)))
                .findings()
                .get(0);
        assertThat(finding.onset()).isEqualTo(after(10));
        assertThat(finding.at()).isEqualTo(after(60.2));
    }

    @Test
    void aWindowedMeasureDoesNotReachIntoThePresenceBefore() {
        ConditionRule rule = new ConditionRule(IncidentKind.OVER_DEVIATION, ConditionTimes.ofSeconds(0, 60, 3), "");
        List<RfObservation> looks = looks().on(10, HOLDS_DB).list();
        ConditionRun run = ConditionRun.NOTHING;
        for (int i = 0; i < 16; i++) {
            Reading reading = i == 0 ? Reading.yes(2, 1, "1e-4") : Reading.NO;
            run = rule.after(run, looks.get(i), reading).next();
        }
        Reading again = Reading.yes(2, 1, "1e-4").since(after(0));
        Finding finding = rule.after(run, looks.get(16), again).findings().get(0);
        assertThat(finding.phase()).isEqualTo(RESUMED);
        assertThat(finding.since()).isEqualTo(after(0.2));
    }

    @Test
    void tellsOtherReasonsWhileItLastsOnlyIfItRevises() {
        ConditionRule rule = new ConditionRule(IncidentKind.INSERTED_CONTENT, ConditionTimes.ofSeconds(3, 6, 3), "");

        assertThat(phasesOfOtherReasons(rule)).containsExactly(RAISED, ESCALATED);
        assertThat(phasesOfOtherReasons(rule.revising())).containsExactly(RAISED, ESCALATED, REVISED);
    }

    /** Of a condition whose reason becomes another one after ten seconds. */
    private static List<Finding.Phase> phasesOfOtherReasons(ConditionRule rule) {
        ConditionRun run = ConditionRun.NOTHING;
        List<Finding> findings = new ArrayList<>();
        for (RfObservation look : looks().on(20, HOLDS_DB).list()) {
            ReasonCode code = look.time().isBefore(after(10)) ? ReasonCode.SOUND_DIFFERS : ReasonCode.PICTURE_DIFFERS;
            var step = rule.after(
                    run, look, Reading.yes(1, 0.5, "share", Reason.of(code, Reason.Weight.DECISIVE, "argument")));
            run = step.next();
            findings.addAll(step.findings());
        }
        FindingGrammar.assertHolds(findings);
        return findings.stream().map(Finding::phase).toList();
    }

    @Test
    void refusesTimesOutOfOrder() {
        assertThatThrownBy(() -> ConditionTimes.ofSeconds(5, 4, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT5S");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void findingsKeepTheirGrammarWhateverIsObserved(long seed) {
        Random random = new Random(seed);
        Looks looks = looks();
        for (int i = 0; i < 80; i++) {
            double seconds = 0.2 + random.nextInt(40) * 0.2;
            switch (random.nextInt(7)) {
                case 0, 1 -> looks.on(seconds * 2, HOLDS_DB);
                case 2 -> looks.on(seconds, HOLDS_NOT_DB);
                case 3 -> looks.on(seconds, UNKNOWN_DB);
                case 4 -> looks.off(seconds);
                case 5 -> looks.on(0.2, HOLDS_NOT_DB).on(0.2, HOLDS_DB);
                default -> looks.blind(random.nextInt(6) == 0 ? 700 : seconds);
            }
        }
        List<Finding> findings = findings(looks.ended());
        for (Finding finding : findings) {
            if (finding.phase() == RAISED || finding.phase() == RESUMED) {
                assertThat(Duration.between(finding.since(), finding.at()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            }
        }
        assertThat(FindingGrammar.written(findings)).isEqualTo(FindingGrammar.written(findings(looks)));
    }
}
