package io.bandwatch.detectors.content.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDetectorTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Subject SERVICE = Subject.service("air", 1);
    private static final int LENGTH_S = 180;

    private final Spectrogram programme = Spectrogram.of(LENGTH_S, 1);
    private final Spectrogram foreign = Spectrogram.of(LENGTH_S, 2);

    @ParameterizedTest(name = "{0} s, {1} s later, {2} dB louder, {3} dB above noise")
    @CsvSource({"5, 0, 0, 60", "5, 0.6, 4, 20", "10, 17.4, -4, 20", "20, 60, 4, 20", "60, 119.8, -4, 20"})
    void foreignContentIsFoundWithItsBeginningAndItsEnd(int seconds, double delayS, double gainDb, double snrDb) {
        Spectrogram air = programme.with(70, 70 + seconds, foreign).received(gainDb, snrDb, 3);

        List<Finding> findings = compared(programme, air, delayS, Role.ON_AIR);

        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        Finding raised = findings.get(0);
        assertThat(raised.phase()).isEqualTo(Finding.Phase.RAISED);
        assertThat(at(raised.since()) - delayS).isCloseTo(70, within(1.0));
        // other sound differs in half of the bits; what was told of the same sound before must not count them
        assertThat(raised.measured()).isCloseTo(0.5, within(0.08)).isGreaterThan(raised.threshold());
        assertThat(Double.parseDouble(raised.reasons()[0].arguments()[1])).isLessThan(10);
        // after 3 s of it, and what it takes to be certain of the first of them
        assertThat(at(raised.at()) - delayS).isBetween(73.0, 78.0);
        Finding last = findings.get(findings.size() - 1);
        assertThat(at(last.until()) - delayS).isCloseTo(70 + seconds, within(1.0));
        assertThat(last.severity()).isEqualTo(seconds > 6 ? Severity.MAJOR : Severity.WARNING);
    }

    @ParameterizedTest(
            name = "from {0} to {1} s one chord is heard, and another one from {2} to {3} s of what is inserted")
    @CsvSource({
        "66, 74, 70, 73",
        "66, 74, 70, 70",
        "70, 70, 70, 73",
        "76, 84, 77, 80",
        "76, 84, 80, 80",
        "80, 84, 77, 80"
    })
    void edgesAreFoundWhereASoundHardlyChanges(int fromS, int toS, int foreignFromS, int foreignToS) {
        Spectrogram steady = programme.steady(fromS, toS, 11);
        Spectrogram other = foreign.steady(foreignFromS, foreignToS, 12);
        Spectrogram air = steady.with(70, 80, other).received(4, 30, 3);

        assertThatItIsTold(compared(steady, air, 2, Role.ON_AIR), 72, 82);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, 0, 6})
    void edgesAreFoundWhereASoundHardlyChangesHoweverItIsEqualised(double everyOtherBandDb) {
        Spectrogram steady = programme.steady(66, 69, 11).steady(81, 84, 13);
        Spectrogram air =
                steady.with(69, 81, foreign).equalised(everyOtherBandDb).received(0, 30, 3);

        assertThatItIsTold(compared(steady, air, 2, Role.ON_AIR), 71, 83);
    }

    private static void assertThatItIsTold(List<Finding> findings, double fromS, double toS) {
        assertThat(at(findings.get(0).since())).as("begin").isCloseTo(fromS, within(0.5));
        assertThat(at(findings.get(0).at())).as("told at").isLessThan(fromS + 8);
        Finding last = findings.get(findings.size() - 1);
        assertThat(at(last.until())).as("end").isCloseTo(toS, within(0.5));
        assertThat(findings)
                .filteredOn(one -> one.phase() == Finding.Phase.RAISED)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3.2, 44.4, 119.6})
    void theSameIsTheSameHoweverItComes(double delayS) {
        assertThat(compared(programme, programme.received(-4, 20, 5), delayS, Role.ON_AIR))
                .isEmpty();
    }

    @Test
    void theSameStaysTheSameInNoiseInWhichAQuarterOfTheBitsIsWrong() {
        Spectrogram reference = Spectrogram.of(240, 1);
        Spectrogram noisy =
                reference.part(0, 40).then(reference.received(0, -6, 3).part(40, 240));

        assertThat(compared(reference, noisy, 2, Role.ON_AIR)).isEmpty();
    }

    @ParameterizedTest(name = "the reference is {0} dB quieter")
    @ValueSource(doubles = {30, 70})
    void whatIsInsertedIntoAPauseIsFoundThere(double quieterDb) {
        Spectrogram pausing = programme.quieter(60, 100, quieterDb);
        Spectrogram air = pausing.with(70, 78, foreign).received(-4, 50, 3);

        List<Finding> findings = compared(pausing, air, 2, Role.ON_AIR);

        assertThat(findings.get(0).phase()).isEqualTo(Finding.Phase.RAISED);
        assertThat(at(findings.get(0).since()) - 2).isCloseTo(70, within(1.0));
        assertThat(at(findings.get(0).at()) - 2).isLessThan(78);
        assertThat(at(findings.get(findings.size() - 1).until()) - 2).isCloseTo(78, within(1.0));
    }

    @ParameterizedTest(name = "the reference is 26 dB quieter, what is inserted {0} dB")
    @ValueSource(doubles = {14, 18, 22})
    void whatIsInsertedIntoAFaintPassageIsFoundThoughItIsFaintItself(double quieterDb) {
        // in the pause before, noise is heard, and how faint it is
        Spectrogram faint = programme.quieter(64, 68, 80).quieter(68, 100, 26);
        Spectrogram inserted = foreign.quieter(0, LENGTH_S, quieterDb);
        Spectrogram air = faint.with(70, 80, inserted).received(4, 60, 3);

        assertThatItIsTold(compared(faint, air, 2, Role.ON_AIR), 72, 82);
    }

    @ParameterizedTest(name = "the reference is {0} dB quieter")
    @ValueSource(doubles = {30, 70})
    void noiseInALongPauseIsNoInsertion(double quieterDb) {
        // what is left of it is 5 dB in the first, in noise 35 dB below the programme; in the second nothing
        Spectrogram pausing = programme.quieter(40, 160, quieterDb);

        assertThat(compared(pausing, pausing.received(4, 35, 3), 2, Role.ON_AIR))
                .isEmpty();
    }

    @Test
    void anotherProgrammeIsSoughtLessAndLessAndFoundAllTheSame() {
        Spectrogram reference = Spectrogram.of(240, 1);
        Spectrogram other = Spectrogram.of(240, 2);

        // not in the first two minutes, in which it may be where the reference does not go back to
        assertThat(searches(reference, other, Role.ON_AIR)).isBetween(100.0, 120.0);
        assertThat(searches(reference, other, Role.PERHAPS)).isLessThan(45);
        Spectrogram becomes = other.with(100, 240, reference).with(200, 210, other);
        assertThat(compared(reference, becomes, 0, Role.PERHAPS))
                .extracting(Finding::phase)
                .startsWith(Finding.Phase.RAISED);
    }

    private static double searches(Spectrogram reference, Spectrogram air, Role role) {
        return run(reference, air, 0, role, new ArrayList<>())
                .air()
                .get(0)
                .following()
                .sound()
                .evidence();
    }

    @Test
    void aDelayThatChangesIsFoundAgain() {
        // 4 s were left out on air: what follows comes earlier
        List<Finding> findings = compared(programme, programme.without(90, 94), 30, Role.ON_AIR);

        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsNowhereInTheReferenceIsTold() {
        List<Finding> findings = compared(programme, foreign, 0, Role.ON_AIR);

        assertThat(findings.get(0).phase()).isEqualTo(Finding.Phase.RAISED);
        assertThat(at(findings.get(0).since())).isCloseTo(0, within(1.0));
    }

    @Test
    void aCarrierOfAnotherProgrammeIsNotComparedAtAll() {
        assertThat(compared(programme, foreign, 0, Role.PERHAPS)).isEmpty();
    }

    @Test
    void ofACarrierOfTheProgrammeItIsToldAsOfAService() {
        assertThat(compared(programme, programme.with(70, 80, foreign), 2, Role.PERHAPS))
                .isNotEmpty();
    }

    @Test
    void nothingIsSaidWhereTheReferenceIsMissing() {
        assertThat(compared(Spectrogram.of(60, 1), programme.with(0, 60, Spectrogram.of(60, 1)), 0, Role.ON_AIR))
                .as("after 60 s there is nothing to compare with")
                .isEmpty();
    }

    @Test
    void comparingLevelsFailsOnTheSameData() {
        Spectrogram air = programme.received(4, 20, 3);
        int beyond = 0;
        for (int look = 0; look < air.looks(); look++) {
            beyond += Math.abs(mean(air.look(look)) - mean(programme.look(look))) * 0.75 > 3 ? 1 : 0;
        }
        assertThat(beyond)
                .as("looks of the same programme whose levels are not within 3 dB")
                .isGreaterThan(air.looks() / 2);
        assertThat(compared(programme, air, 0, Role.ON_AIR)).isEmpty();
    }

    private static double mean(byte[] levels) {
        double sum = 0;
        for (byte level : levels) {
            sum += level;
        }
        return sum / levels.length;
    }

    private static double at(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60, 100, 119})
    void aReferenceThatBeganWithTheAirIsNoReasonToMissWhatItDidNotHaveYet(int delayS) {
        Spectrogram reference = Spectrogram.of(240, 1);
        Spectrogram before = Spectrogram.of(240, 5);
        int late = 5 * delayS;

        assertThat(run(
                        reference::look,
                        look -> look < late ? before.look(look) : reference.look(look - late),
                        5 * 240,
                        Role.ON_AIR))
                .as("what is on air at first was sent before anybody listened to the studio")
                .isEmpty();
    }

    @Test
    void aGapOfTheReferenceTakesNothingAwayThatIsOnAirYet() {
        Spectrogram reference = Spectrogram.of(300, 1);
        Spectrogram air = reference.with(195, 207, Spectrogram.of(300, 2));
        int late = 5 * 60;
        // two looks are lost each 40 s, as one burst of packets is
        IntFunction<byte[]> gapped = look -> look % 200 >= 198 ? new byte[0] : reference.look(look);
        IntFunction<byte[]> clean = look -> look < late ? reference.look(0) : reference.look(look - late);
        IntFunction<byte[]> inserted = look -> look < late ? reference.look(0) : air.look(look - late);

        assertThat(run(gapped, clean, 5 * 300, Role.ON_AIR)).isEmpty();
        List<Finding> findings = run(gapped, inserted, 5 * 300, Role.ON_AIR);
        assertThatItIsTold(findings, 195 + 60, 207 + 60);
    }

    @Test
    void whatDiffersWhenTheReferenceEndsIsNotSaidToGoOnForEver() {
        Spectrogram reference = Spectrogram.of(240, 1);
        Spectrogram air = reference.with(70, 90, Spectrogram.of(240, 2));

        List<Finding> findings =
                run(look -> look < 5 * 80 ? reference.look(look) : new byte[0], air::look, 5 * 240, Role.ON_AIR);

        Finding last = findings.get(findings.size() - 1);
        assertThat(last.phase()).isEqualTo(Finding.Phase.PAUSED);
        assertThat(at(last.until())).as("it was compared so long").isCloseTo(80, within(2.0));
        assertThat(at(last.at())).isBetween(85.0, 100.0);
    }

    /** Findings of looks of both, of which one without sound is lost. */
    private static List<Finding> run(IntFunction<byte[]> reference, IntFunction<byte[]> air, int looks, Role role) {
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3));
        ReferenceState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        for (int look = 0; look < looks; look++) {
            Instant time = START.plus(LOOK.multipliedBy(look));
            byte[] said = reference.apply(look);
            if (said.length > 0) {
                Subject studio = Subject.service("reference", 1);
                state = detector.onObservation(state, look(studio, Role.REFERENCE, time, said))
                        .next();
            }
            var step = detector.onObservation(state, look(SERVICE, role, time, air.apply(look)));
            state = step.next();
            findings.addAll(step.findings());
        }
        return findings;
    }

    private static List<Finding> compared(Spectrogram reference, Spectrogram air, double delayS, Role role) {
        List<Finding> findings = new ArrayList<>();
        run(reference, air, delayS, role, findings);
        return findings;
    }

    private static ReferenceState run(
            Spectrogram reference, Spectrogram air, double delayS, Role role, List<Finding> findings) {
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3));
        ReferenceState state = detector.initial();
        int late = (int) Math.round(delayS * 5);
        for (int look = 0; look < Math.max(reference.looks(), air.looks() + late); look++) {
            Instant time = START.plus(LOOK.multipliedBy(look));
            if (look < reference.looks()) {
                ContentLook said = look(Subject.service("reference", 1), Role.REFERENCE, time, reference.look(look));
                state = detector.onObservation(state, said).next();
            }
            if (look >= late && look - late < air.looks()) {
                var step = detector.onObservation(state, look(SERVICE, role, time, air.look(look - late)));
                state = step.next();
                findings.addAll(step.findings());
            }
        }
        return state;
    }

    private static ContentLook look(Subject subject, Role role, Instant time, byte[] levels) {
        return new ContentLook(subject, role, FrameKind.MEASURED, time, LOOK.toNanos(), levels);
    }
}
