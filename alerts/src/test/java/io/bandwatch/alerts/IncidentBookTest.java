package io.bandwatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentBookTest {
    private static final Subject SUBJECT = Subject.carrier("hill", 98_100_000L, 0);
    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private final IncidentBook book = new IncidentBook();

    @Test
    void oneNightOfComingAndGoingIsOneIncident() {
        List<Incident> told = run(
                finding(Phase.RAISED, Severity.WARNING, 0, 0, 3),
                finding(Phase.ESCALATED, Severity.MAJOR, 0, 0, 10),
                finding(Phase.PAUSED, Severity.WARNING, 0, 0, 40),
                finding(Phase.RESUMED, Severity.WARNING, 0, 100, 103),
                finding(Phase.ENDED, Severity.WARNING, 0, 100, 150));

        assertThat(told).extracting(Incident::id).containsOnly(told.get(0).id());
        assertThat(told)
                .extracting(Incident::phase)
                .containsExactly(
                        IncidentPhase.ACTIVE,
                        IncidentPhase.ACTIVE,
                        IncidentPhase.CLEARING,
                        IncidentPhase.ACTIVE,
                        IncidentPhase.CLOSED);
        Incident last = told.get(4);
        assertThat(last.opened()).isEqualTo(at(0));
        assertThat(last.raised()).isEqualTo(at(3));
        assertThat(last.closed()).isEqualTo(at(150));
        assertThat(last.presences()).containsExactly(new Presence(at(0), at(40)), new Presence(at(100), at(150)));
        assertThat(last.severity()).as("severity never falls").isEqualTo(Severity.MAJOR);
    }

    @Test
    void whatIsToldAnewWhileItLastsStands() {
        Finding raised = finding(Phase.RAISED, Severity.WARNING, 0, 0, 3);
        Finding revised = finding(Phase.REVISED, Severity.WARNING, 0, 0, 5);
        Finding ended = finding(Phase.ENDED, Severity.WARNING, 0, 0, 40);
        List<Incident> told = run(raised, revised, ended);

        assertThat(told.get(1).phase()).isEqualTo(IncidentPhase.ACTIVE);
        assertThat(told.get(1).presences()).containsExactly(new Presence(at(0), null));
        assertThat(told.get(2).reasons()).isSameAs(revised.reasons()).isNotSameAs(raised.reasons());
    }

    @Test
    void anIncidentThatClearedClosesAtTheEndOfItsLastPresence() {
        List<Incident> told = run(
                finding(Phase.RAISED, Severity.WARNING, 0, 0, 3),
                finding(Phase.PAUSED, Severity.WARNING, 0, 0, 40),
                new FindingAt(Phase.ENDED, Severity.WARNING, 0, 0, 40, 43_240).finding());

        assertThat(told.get(2).closed()).isEqualTo(at(40));
        assertThat(told.get(2).presences()).containsExactly(new Presence(at(0), at(40)));
    }

    @Test
    void anotherOnsetAfterTheCloseIsAnotherIncident() {
        List<Incident> told = run(
                finding(Phase.RAISED, Severity.WARNING, 0, 0, 3),
                finding(Phase.ENDED, Severity.WARNING, 0, 0, 40),
                finding(Phase.RAISED, Severity.WARNING, 60, 60, 63));

        assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
        assertThat(told.get(2).phase()).isEqualTo(IncidentPhase.ACTIVE);
    }

    @Test
    void movesThatDoNotExistAreRefusedNamingBothEnds() {
        Finding raised = finding(Phase.RAISED, Severity.WARNING, 0, 0, 3);
        Finding ended = finding(Phase.ENDED, Severity.WARNING, 0, 0, 40);

        assertThatThrownBy(() -> run(finding(Phase.PAUSED, Severity.WARNING, 0, 0, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("nothing", "CLEARING");
        assertThatThrownBy(() -> run(raised, finding(Phase.RESUMED, Severity.WARNING, 0, 0, 5)))
                .hasMessageContaining("from ACTIVE to ACTIVE");
        assertThatThrownBy(() -> run(raised, ended, finding(Phase.PAUSED, Severity.WARNING, 0, 0, 50)))
                .hasMessageContaining("from CLOSED to CLEARING");
        assertThatThrownBy(() -> run(raised, ended, raised)).hasMessageContaining("from CLOSED to ACTIVE");
        assertThatThrownBy(() -> run(raised, finding(Phase.RAISED, Severity.WARNING, 9, 9, 12)))
                .hasMessageContaining("from ACTIVE to ACTIVE");
        assertThatThrownBy(() -> run(raised, finding(Phase.ENDED, Severity.WARNING, 1, 1, 40)))
                .hasMessageContaining("onset");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void anyLegalSequenceOpensAndClosesOnceAndReplaysAlike(long seed) {
        Finding[] findings = legalSequence(new Random(seed));

        List<Incident> first = run(findings);
        List<Incident> again = run(findings);

        assertThat(again)
                .extracting(Incident::id)
                .isEqualTo(first.stream().map(Incident::id).toList());
        List<String> ids = first.stream().map(Incident::id).distinct().toList();
        for (String id : ids) {
            List<Incident> life = first.stream().filter(i -> i.id().equals(id)).toList();
            assertThat(life.stream().filter(i -> i.phase() == IncidentPhase.CLOSED))
                    .hasSizeLessThanOrEqualTo(1);
            for (int i = 1; i < life.size(); i++) {
                Incident before = life.get(i - 1);
                Incident after = life.get(i);
                assertThat(after.severity()).isGreaterThanOrEqualTo(before.severity());
                if (before.phase() != after.phase()) {
                    assertThat(IncidentTransition.between(before.phase(), after.phase()))
                            .isNotNull();
                }
            }
        }
        assertThat(ids).hasSize((int) IntStream.range(0, findings.length)
                .filter(i -> findings[i].phase() == Phase.RAISED)
                .count());
    }

    @Test
    void aFlutteringCarrierKeepsItsLongSilencesInABoundedList() {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(Phase.RAISED, Severity.WARNING, 0, 0, 1));
        long second = 0;
        for (int i = 0; i < 3_000; i++) {
            boolean longSilence = i % 100 == 99;
            findings.add(finding(Phase.PAUSED, Severity.WARNING, 0, second, second + 5));
            long back = second + (longSilence ? 3_600 : 10);
            findings.add(finding(Phase.RESUMED, Severity.WARNING, 0, back, back + 1));
            second = back;
        }

        List<Incident> told = run(findings.toArray(Finding[]::new));
        List<Presence> presences = told.get(told.size() - 1).presences();

        assertThat(presences).hasSize(Presences.LIMIT);
        long longSilences = IntStream.range(1, presences.size())
                .filter(i -> java.time.Duration.between(
                                        java.util.Objects.requireNonNull(
                                                presences.get(i - 1).to()),
                                        presences.get(i).from())
                                .toSeconds()
                        > 3_000)
                .count();
        assertThat(longSilences).as("3000 / 100 long silences").isEqualTo(30);
    }

    private List<Incident> run(Finding... findings) {
        List<Incident> told = new ArrayList<>();
        IncidentBookState state = book.initial();
        for (Finding finding : findings) {
            var step = book.onObservation(state, finding);
            state = step.next();
            told.addAll(step.findings());
            assertThat(step.wakeAt()).isEmpty();
        }
        return told;
    }

    private static Finding[] legalSequence(Random random) {
        List<Finding> findings = new ArrayList<>();
        long second = 0;
        for (int incident = 0; incident < 5; incident++) {
            long onset = ++second;
            long since = onset;
            boolean present = true;
            findings.add(finding(Phase.RAISED, Severity.WARNING, onset, since, ++second));
            for (int i = random.nextInt(20); i > 0; i--) {
                Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
                second++;
                if (random.nextInt(3) == 0) {
                    findings.add(finding(Phase.ESCALATED, severity, onset, since, second));
                } else if (present) {
                    findings.add(finding(Phase.PAUSED, severity, onset, since, second));
                    present = false;
                } else {
                    since = second;
                    findings.add(finding(Phase.RESUMED, severity, onset, since, second));
                    present = true;
                }
            }
            findings.add(finding(Phase.ENDED, Severity.INFO, onset, since, ++second));
        }
        return findings.toArray(Finding[]::new);
    }

    private static Finding finding(Phase phase, Severity severity, long onsetS, long sinceS, long atS) {
        return new FindingAt(phase, severity, onsetS, sinceS, atS, atS).finding();
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }

    private record FindingAt(Phase phase, Severity severity, long onsetS, long sinceS, long untilS, long atS) {
        Finding finding() {
            return new Finding(
                    IncidentKind.UNLICENSED_CARRIER,
                    phase,
                    SUBJECT,
                    severity,
                    at(onsetS),
                    at(sinceS),
                    at(untilS),
                    at(atS),
                    20,
                    6,
                    "dB",
                    new Reason[0],
                    "");
        }
    }
}
