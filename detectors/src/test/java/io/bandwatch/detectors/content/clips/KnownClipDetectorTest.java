package io.bandwatch.detectors.content.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownClipDetectorTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int CLIP_S = 20;

    /** So much of it came before the clip. */
    private static final int BEFORE_S = 31;

    private final Spectrogram clip = Spectrogram.of(CLIP_S, 1);
    private final Spectrogram second = Spectrogram.of(CLIP_S, 2);
    private final Spectrogram programme = Spectrogram.of(60, 3);

    /** What may have been done to a clip. */
    private enum Altered {
        NOT(CLIP_S),
        FASTER(CLIP_S / 1.02),
        SLOWER(CLIP_S / 0.98),
        CUT(CLIP_S - 3),
        UNDER_A_VOICE(CLIP_S);

        private final double lengthS;

        Altered(double lengthS) {
            this.lengthS = lengthS;
        }

        Spectrogram of(Spectrogram clip) {
            return switch (this) {
                case NOT -> clip;
                case FASTER -> clip.faster(0.02);
                case SLOWER -> clip.faster(-0.02);
                case CUT -> clip.without(8, 11);
                case UNDER_A_VOICE -> clip.under(Spectrogram.of(CLIP_S, 9), -6);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClipIsFoundWithinTenSecondsHoweverItWasAltered(Altered altered) {
        Spectrogram air = programme
                .part(0, BEFORE_S)
                .then(altered.of(clip))
                .then(programme.part(BEFORE_S, 60))
                .received(4, 20, 5);

        List<Finding> findings = heard(air);

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ENDED);
        Finding raised = findings.get(0);
        assertThat(raised.kind()).isEqualTo(IncidentKind.KNOWN_CLIP);
        assertThat(raised.reasons()[0].arguments()[0]).isEqualTo("first");
        // where in the clip it began, s
        assertThat(argument(raised, 1)).isCloseTo(0, within(1.0));
        assertThat(at(raised.since())).isCloseTo(BEFORE_S, within(1.0));
        assertThat(at(raised.at())).isLessThan(BEFORE_S + 10.0);
        assertThat(raised.measured()).isGreaterThan(raised.threshold());
        assertThat(at(findings.get(1).until())).isCloseTo(BEFORE_S + altered.lengthS, within(1.0));
    }

    @Test
    void aPartOfAClipIsFoundAndItIsToldWhichPart() {
        Spectrogram air = programme.part(0, BEFORE_S).then(clip.part(9, 17)).then(programme.part(BEFORE_S, 60));

        List<Finding> findings = heard(air.received(-4, 20, 5));

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED, Phase.ENDED);
        assertThat(argument(findings.get(0), 1)).isCloseTo(9, within(1.0));
        assertThat(at(findings.get(1).until())).isCloseTo(BEFORE_S + 8, within(1.0));
    }

    @Test
    void clipsThatFollowEachOtherAreToldOneByOne() {
        List<Finding> findings =
                heard(programme.part(0, 10).then(clip).then(second).then(programme));

        assertThat(findings)
                .extracting(Finding::phase)
                .containsExactly(Phase.RAISED, Phase.ENDED, Phase.RAISED, Phase.ENDED);
        assertThat(findings)
                .extracting(finding -> finding.reasons()[0].arguments()[0])
                .containsExactly("first", "first", "second", "second");
        assertThat(at(findings.get(2).since())).isCloseTo(10 + CLIP_S, within(1.0));
    }

    @Test
    void aClipThatIsStillOnWhenTheRecordingEndsIsLeftOpen() {
        List<Finding> findings = heard(programme.part(0, 10).then(clip.part(0, 12)));

        assertThat(findings).extracting(Finding::phase).containsExactly(Phase.RAISED);
    }

    @Test
    void aClipIsOverWhenNothingComesAnyMore() {
        Spectrogram air = programme.part(0, 10).then(clip.part(0, 12));
        KnownClipDetector detector = detector();
        KnownClipState state = detector.initial();
        Optional<Instant> wakeAt = Optional.empty();
        for (int look = 0; look < air.looks(); look++) {
            Step<KnownClipState, Finding> step = detector.onObservation(state, look(look, air.look(look)));
            state = step.next();
            wakeAt = step.wakeAt();
        }

        Instant due = wakeAt.orElseThrow();
        assertThat(detector.onDeadline(state, due.minusMillis(20)).findings()).isEmpty();
        Step<KnownClipState, Finding> over = detector.onDeadline(state, due);

        assertThat(over.findings()).extracting(Finding::phase).containsExactly(Phase.ENDED);
        assertThat(at(over.findings().get(0).until())).isCloseTo(22, within(1.0));
        assertThat(at(due)).isCloseTo(22 + 5, within(1.0));
        assertThat(detector.onDeadline(over.next(), due).findings()).isEmpty();
    }

    @Test
    void otherSoundIsNoClip() {
        assertThat(heard(Spectrogram.of(600, 7).received(0, 20, 5))).isEmpty();
    }

    @Test
    void whatNeverChangesIsOfNoUseAsAClip() {
        byte[] tone = new byte[clip.levels().length];
        Arrays.fill(tone, (byte) 90);

        assertThat(Clip.of("tone", tone).isUsable()).isFalse();
        assertThat(Clip.of("clip", clip.levels()).isUsable()).isTrue();
    }

    @Test
    void lookingUpWordsAsTheyAreAndComparingAtOneSpeedFailOnTheSameData() {
        Clip known = Clip.of("first", clip.levels());
        Clip faster = Clip.of("air", clip.faster(0.02).received(4, 20, 5).levels());
        int equal = 0;
        int wrong = 0;
        for (int i = 0; i < faster.words().length; i++) {
            long one = known.words()[i];
            long other = faster.words()[i];
            equal += one == other ? 1 : 0;
            wrong += Integer.bitCount((int) (one ^ other));
        }

        assertThat(equal).as("words that are what they were").isLessThan(5);
        assertThat((double) wrong / faster.words().length / 32)
                .as("share of bits that differ; of other sounds, half of them do")
                .isGreaterThan(0.4);
    }

    private List<Finding> heard(Spectrogram air) {
        KnownClipDetector detector = detector();
        KnownClipState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        for (int look = 0; look <= air.looks(); look++) {
            byte[] levels = look == air.looks() ? new byte[0] : air.look(look);
            Step<KnownClipState, Finding> step = detector.onObservation(state, look(look, levels));
            state = step.next();
            findings.addAll(step.findings());
        }
        return findings;
    }

    private KnownClipDetector detector() {
        return new KnownClipDetector(
                ClipLibrary.of(List.of(Clip.of("first", clip.levels()), Clip.of("second", second.levels()))));
    }

    /** A look; the end of the recording where nothing is heard. */
    private static ContentLook look(int number, byte[] levels) {
        boolean ended = levels.length == 0;
        return new ContentLook(
                Subject.service("air", 1),
                ContentLook.Role.ON_AIR,
                ended ? FrameKind.ENDED : FrameKind.MEASURED,
                START.plus(LOOK.multipliedBy(number)),
                ended ? 0 : LOOK.toNanos(),
                levels);
    }

    private static double argument(Finding finding, int number) {
        return Double.parseDouble(finding.reasons()[0].arguments()[number]);
    }

    private static double at(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }
}
