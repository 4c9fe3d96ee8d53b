package io.bandwatch.detectors.content.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Show;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionKind;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDifferenceTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Subject SERVICE = Subject.service("air", 1);
    private static final ConditionTimes TIMES = ConditionTimes.ofSeconds(3, 6, 3);
    private static final int LENGTH_S = 180;
    private static final int FROM_S = 70;

    private final Spectrogram sound = Spectrogram.of(LENGTH_S, 1);
    private final Spectrogram otherSound = Spectrogram.of(LENGTH_S, 2);
    private final Show show = Show.of(LENGTH_S, 3);
    private final Show otherShow = Show.of(LENGTH_S, 4);

    @ParameterizedTest(name = "{0} s, {1} s later, {2} of the bits spoiled")
    @CsvSource({"5, 0, 0", "5, 0.6, 0.1", "10, 17.4, 0.1", "20, 60, 0.05", "60, 100, 0.1"})
    void otherPicturesAreFoundWhileTheSoundGoesOn(int seconds, double delayS, double spoiled) {
        Show air = show.with(FROM_S, FROM_S + seconds, otherShow).spoiled(spoiled, 5);

        List<Finding> findings = compared(sound, air, delayS);

        expect(findings, seconds, delayS, ReasonCode.PICTURE_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 12.2, 100})
    void picturesAreFollowedWithoutAnySound(double delayS) {
        Show air = show.with(FROM_S, FROM_S + 8, otherShow).spoiled(0.1, 5);

        expect(compared(null, air, delayS), 8, delayS, ReasonCode.PICTURE_DIFFERS);
        assertThat(compared(null, show.spoiled(0.1, 5), delayS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shotsThatStandAndComeAgainAreFollowedWithAndWithoutSound(long seed) {
        Show recurring = Show.ofRecurring(LENGTH_S, 3, seed);
        Show air = recurring.spoiled(0.08, seed);
        Show inserted = air.with(FROM_S, FROM_S + 8, Show.of(LENGTH_S, 20 + seed));

        assertThat(compared(recurring, sound, air, 7.4)).isEmpty();
        assertThat(compared(recurring, null, air, 7.4)).isEmpty();
        assertThat(compared(recurring, null, air.black(0, 40), 7.4)).isEmpty();
        expect(compared(recurring, sound, inserted, 7.4), 8, 7.4, ReasonCode.PICTURE_DIFFERS);
    }

    @Test
    void soundThatRecursIsFoundWhereThePicturesAreThoughItIsHeardFromItsMiddleOnOnly() {
        Spectrogram loop = sound.part(0, 10);
        Spectrogram looped = loop;
        while (looped.looks() < show.looks()) {
            looped = looped.then(loop);
        }
        Spectrogram replaced = looped.with(FROM_S, FROM_S + 8, otherSound);

        Show late = show.black(0, 40);

        assertThat(compared(looped, looped.quieter(0, 40, 60), show, late, 6.2)).isEmpty();
        expect(compared(looped, replaced.quieter(0, 40, 60), show, late, 6.2), 8, 6.2, ReasonCode.SOUND_DIFFERS);
        assertThat(compared(looped, looped.quieter(0, 40, 60), show, show.black(0, LENGTH_S), 6.2))
                .as("without pictures nobody knows its delay, but it is there")
                .isEmpty();
    }

    @Test
    void soundAloneIsToldAsSoundAndBothAsBothInOneIncident() {
        Spectrogram heard = sound.with(FROM_S, FROM_S + 8, otherSound);

        expect(compared(heard, show.spoiled(0.1, 5), 6.2), 8, 6.2, ReasonCode.SOUND_DIFFERS);
        expect(
                compared(heard, show.with(FROM_S, FROM_S + 8, otherShow), 6.2),
                8,
                6.2,
                ReasonCode.SOUND_AND_PICTURE_DIFFER);
    }

    @Test
    void aCardBeforeTheProgrammeIsOneThoughItStands() {
        expect(compared(sound, show.standing(FROM_S, FROM_S + 8, 150), 2), 8, 2, ReasonCode.PICTURE_DIFFERS);
    }

    @Test
    void blackSaysNothing() {
        assertThat(compared(sound, show.black(FROM_S, FROM_S + 20), 2)).isEmpty();
        assertThat(compared(sound, show.black(0, LENGTH_S), 2)).isEmpty();
    }

    @Test
    void aProgrammeThatStandsIsTheSameWhateverItsDelay() {
        Show standing = show.standing(0, LENGTH_S, 20);
        Show studio = Show.of(LENGTH_S, 3).standing(0, LENGTH_S, 20);

        assertThat(compared(standing, sound, standing, 40)).isEmpty();
        assertThat(compared(studio, null, standing, 40)).isEmpty();
    }

    @Test
    void picturesThatAreNowhereInTheReferenceAreTold() {
        List<Finding> findings = compared(sound, otherShow, 0);

        assertThat(findings.get(0).reasons())
                .extracting("code")
                .contains(ReasonCode.NOT_IN_REFERENCE, ReasonCode.PICTURE_DIFFERS);
    }

    @Test
    void whatWasAnnouncedIsAllowedToPicturesAsWell() {
        Show air = show.with(FROM_S, FROM_S + 8, otherShow);
        ContentLook announced = ContentLook.of(new AuthorisedInsertion(
                "splice",
                SERVICE,
                InsertionKind.SPLICE,
                START.plusSeconds(FROM_S - 4),
                START.plusSeconds(FROM_S),
                START.plusSeconds(FROM_S + 8),
                "255",
                null,
                false));
        ReferenceDetector detector = new ReferenceDetector(TIMES);

        assertThat(run(detector, detector.initial(), sound, show, sound, air, 0))
                .isNotEmpty();
        ReferenceState told =
                detector.onObservation(detector.initial(), announced).next();
        assertThat(run(detector, told, sound, show, sound, air, 0)).isEmpty();
    }

    private void expect(List<Finding> findings, int seconds, double delayS, ReasonCode where) {
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        assertThat(findings).extracting(Finding::phase).containsOnlyOnce(Finding.Phase.RAISED);
        assertThat(findings).allSatisfy(finding -> assertThat(
                        Arrays.stream(finding.reasons()).map(reason -> reason.code()))
                .containsExactly(ReasonCode.DIFFERS_FROM_REFERENCE, where));
        Finding raised = findings.get(0);
        assertThat(at(raised.since()) - delayS).isCloseTo(FROM_S, within(1.0));
        assertThat(at(raised.at()) - delayS).isBetween(FROM_S + 3.0, FROM_S + 8.0);
        Finding last = findings.get(findings.size() - 1);
        assertThat(at(last.until()) - delayS).isCloseTo(FROM_S + seconds, within(1.0));
        assertThat(raised.measured()).isGreaterThan(raised.threshold());
        assertThat(Double.parseDouble(raised.reasons()[0].arguments()[0])).isCloseTo(delayS, within(0.2));
    }

    private static double at(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }

    private List<Finding> compared(@Nullable Spectrogram heard, Show seen, double delayS) {
        return compared(show, heard, seen, delayS);
    }

    private List<Finding> compared(Show reference, @Nullable Spectrogram heard, Show seen, double delayS) {
        return compared(sound, heard, reference, seen, delayS);
    }

    private static List<Finding> compared(
            Spectrogram sound, @Nullable Spectrogram heard, Show reference, Show seen, double delayS) {
        ReferenceDetector detector = new ReferenceDetector(TIMES);
        return run(detector, detector.initial(), sound, reference, heard, seen, delayS);
    }

    private static List<Finding> run(
            ReferenceDetector detector,
            ReferenceState told,
            Spectrogram sound,
            Show reference,
            @Nullable Spectrogram heard,
            Show seen,
            double delayS) {
        ReferenceState state = told;
        List<Finding> findings = new ArrayList<>();
        int late = (int) Math.round(delayS * 5);
        for (int look = 0; look < seen.looks() + late; look++) {
            Instant time = START.plus(LOOK.multipliedBy(look));
            if (look < reference.looks()) {
                byte[] levels = heard == null ? new byte[0] : sound.look(look);
                ContentLook said =
                        look(Subject.service("reference", 1), Role.REFERENCE, time, levels, reference.look(look));
                state = detector.onObservation(state, said).next();
            }
            if (look >= late) {
                byte[] levels = heard == null ? new byte[0] : heard.look(look - late);
                var step =
                        detector.onObservation(state, look(SERVICE, Role.ON_AIR, time, levels, seen.look(look - late)));
                state = step.next();
                findings.addAll(step.findings());
            }
        }
        return findings;
    }

    private static ContentLook look(Subject subject, Role role, Instant time, byte[] levels, long[] prints) {
        return new ContentLook(subject, role, FrameKind.MEASURED, time, LOOK.toNanos(), "1", levels, prints, null);
    }
}
