package io.bandwatch.detectors.content.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.repetition.RepetitionAssessor;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.content.repetition.RepetitionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopDetectorTest {
    private static final Subject AIR = Subject.carrier("hill", 98_500_000, 0);
    private static final LoopSettings SETTINGS = new LoopSettings(Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final Spectrogram programme = Spectrogram.of(900, 1);
    private final Spectrogram tape = Spectrogram.of(240, 2);

    @Test
    void aTapeThatBeginsAgainIsALoopFromItsSecondPassOn() {
        List<RepeatReport> reports = reports(programme.part(0, 60).then(repeated(tape, 4)));

        List<Finding> findings = findings(reports);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.LOOPED_CONTENT);
        assertThat(raised.severity()).isEqualTo(Severity.WARNING);
        assertThat(Double.parseDouble(raised.reasons()[0].arguments()[0])).isCloseTo(240, within(0.5));
        assertThat(at(raised.since())).isCloseTo(60 + 240, within(2.0));
        // five minutes of it, in reports of five seconds, ten after the last word
        assertThat(at(raised.at())).isBetween(60 + 240 + 300.0, 60 + 240 + 320.0);
    }

    @Test
    void itIsMajorAfterAQuarterOfAnHourAndOverWhenSomethingElseComes() {
        Spectrogram air = repeated(tape, 6).then(programme.part(0, 200));

        List<Finding> findings = findings(reports(air));

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ESCALATED, Phase.ENDED);
        assertThat(findings.get(1).severity()).isEqualTo(Severity.MAJOR);
        assertThat(at(findings.get(2).until())).isCloseTo(6 * 240, within(3.0));
    }

    /** Whoever holds each lag for another loop tells none here, or one of several passes. */
    @ParameterizedTest
    @CsvSource({"150, 1 3 2 4 1 3 5 2", "150, 1 2 3 1 2 3 1 2", "240, 5 0 5 0", "600, 1 3 2 4"})
    void aTapeThatIsStartedAgainByHandIsALoop(int lengthS, String pausesS) {
        Spectrogram piece = Spectrogram.of(lengthS, 3);
        Spectrogram air = piece;
        double periods = 0;
        String[] pauses = pausesS.split(" ", -1);
        for (String pause : pauses) {
            int seconds = Integer.parseInt(pause);
            Spectrogram silence = Spectrogram.of(10, 4).part(0, seconds).quieter(0, seconds, 90);
            air = air.then(silence).then(piece);
            periods += lengthS + seconds;
        }

        List<RepeatReport> reports = reports(air.received(0, 30, 1));

        List<Finding> findings = findings(reports);
        assertThat(findings.get(0).phase()).isEqualTo(Phase.RAISED);
        assertThat(findings).extracting(Finding::phase).doesNotContain(Phase.ENDED);
        double told = Double.parseDouble(findings.get(0).reasons()[0].arguments()[0]);
        assertThat(told).isBetween(lengthS - 0.5, lengthS + 5.5);
        // the period twice and five minutes, in reports of five seconds, ten after the last word
        assertThat(at(findings.get(0).at())).isLessThan(lengthS + Math.max(300, lengthS + 5) + 25.0);
        assertThat(record(reports).loopPeriodS()).isNotNull().isCloseTo(periods / pauses.length, within(0.5));
    }

    /** What follows each stretch at another lag is a tape's next pass only where the last one was through. */
    @Test
    void spotsAboutAMinuteApartAreNoLoop() {
        Spectrogram spot = Spectrogram.of(25, 30);
        Spectrogram air = programme.part(0, 20);
        for (int i = 0; i < 20; i++) {
            air = air.then(spot).then(programme.part(20 + 38 * i, 20 + 38 * i + 33 + i * 7 % 5));
        }

        List<RepeatReport> reports = reports(air);

        assertThat(findings(reports)).isEmpty();
        assertThat(record(reports).loopPeriodS()).isNull();
    }

    @Test
    void itIsOverWhenNothingComesAnyMore() {
        LoopDetector detector = new LoopDetector(SETTINGS);
        LoopState state = detector.initial();
        Optional<Instant> wakeAt = Optional.empty();
        List<RepeatReport> reports = reports(repeated(tape, 4));
        for (RepeatReport report : reports.subList(0, reports.size() - 10)) {
            Step<LoopState, Finding> step = detector.onObservation(state, report);
            state = step.next();
            wakeAt = step.wakeAt();
        }

        assertThat(detector.onDeadline(state, wakeAt.orElseThrow().minusMillis(20))
                        .findings())
                .isEmpty();
        Step<LoopState, Finding> over = detector.onDeadline(state, wakeAt.orElseThrow());

        assertThat(over.findings()).extracting(Finding::phase).containsExactly(Phase.ENDED);
        assertThat(over.findings().get(0).subject()).isEqualTo(AIR);
        // fifty seconds before the tape is over, and a minute to wait
        assertThat(at(over.findings().get(0).until())).isCloseTo(960 - 50, within(8.0));
        assertThat(at(wakeAt.orElseThrow())).isCloseTo(960 - 50 + 70, within(8.0));
        assertThat(detector.onDeadline(over.next(), wakeAt.orElseThrow()).findings())
                .isEmpty();
    }

    @Test
    void aProgrammeThatIsBroadcastAgainLaterIsNoLoop() {
        Spectrogram film = programme.part(0, 360);
        Spectrogram air = film.then(Spectrogram.of(600, 5)).then(film).then(Spectrogram.of(100, 6));

        List<RepeatReport> reports = reports(air);

        assertThat(findings(reports)).isEmpty();
        RepetitionRecord record = record(reports);
        assertThat(record.loopPeriodS()).isNull();
        assertThat(record.repeats()).hasSize(1);
        assertThat(record.newShare()).isCloseTo(1 - 360.0 / 1420, within(0.01));
    }

    /** The obvious rule, much that was heard before, would tell a loop here. */
    @Test
    void spotsThatComeOftenAtOtherIntervalsAreNoLoop() {
        List<Spectrogram> spots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            spots.add(Spectrogram.of(25, 20 + i));
        }
        Spectrogram air = programme.part(0, 20);
        for (int i = 0; i < 24; i++) {
            air = air.then(spots.get((i * 7 + i / 4) % 4)).then(programme.part(20 + i * 5, 25 + i * 5 + i % 3));
        }

        List<RepeatReport> reports = reports(air);

        assertThat(findings(reports)).isEmpty();
        assertThat(record(reports).newShare()).isLessThan(0.4);
    }

    @Test
    void theRecordTellsThePeriodOfALoopAndHowLittleIsNew() {
        RepetitionRecord record = record(reports(repeated(tape, 4)));

        assertThat(record.heardS()).isCloseTo(960, within(0.5));
        assertThat(record.newShare()).isCloseTo(0.25, within(0.01));
        assertThat(record.loopPeriodS()).isNotNull().isCloseTo(240, within(0.5));
    }

    private static Spectrogram repeated(Spectrogram tape, int times) {
        Spectrogram all = tape.received(0, 20, 1);
        for (int i = 1; i < times; i++) {
            all = all.then(tape.received(0, 20, 1 + i));
        }
        return all;
    }

    private static List<RepeatReport> reports(Spectrogram air) {
        return new Memory(Duration.ofHours(24)).hear(AIR, 0, air);
    }

    private static List<Finding> findings(List<RepeatReport> reports) {
        LoopDetector detector = new LoopDetector(SETTINGS);
        List<Finding> findings = new ArrayList<>();
        LoopState state = detector.initial();
        for (RepeatReport report : reports) {
            Step<LoopState, Finding> step = detector.onObservation(state, report);
            state = step.next();
            findings.addAll(step.findings());
        }
        return findings;
    }

    private static RepetitionRecord record(List<RepeatReport> reports) {
        RepetitionAssessor assessor = new RepetitionAssessor(SETTINGS);
        List<RepetitionRecord> records = new ArrayList<>();
        RepetitionState state = assessor.initial();
        for (RepeatReport report : reports) {
            Step<RepetitionState, RepetitionRecord> step = assessor.onObservation(state, report);
            state = step.next();
            records.addAll(step.findings());
        }
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static double at(Instant time) {
        return Duration.between(Memory.START, time).toMillis() / 1e3;
    }
}
