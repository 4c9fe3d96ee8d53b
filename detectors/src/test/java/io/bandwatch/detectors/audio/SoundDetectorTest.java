package io.bandwatch.detectors.audio;

import static io.bandwatch.detectors.Finding.Phase.ENDED;
import static io.bandwatch.detectors.Finding.Phase.ESCALATED;
import static io.bandwatch.detectors.Finding.Phase.PAUSED;
import static io.bandwatch.detectors.Finding.Phase.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.RfObservation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundDetectorTest {
    @Test
    void reportsSilenceOnceAndTellsWhenItBegan() {
        List<Finding> findings = station("", "")
                .carrierToNoise(60)
                .sound(20, -20, 0.6)
                .silence(30)
                .sound(20, -20, 0.6)
                .findings(IncidentKind.SILENCE);
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, ESCALATED, PAUSED, ENDED);
        assertThat(findings).extracting(f -> Listening.secondsOf(f.onset())).containsOnly(20.0);
        assertThat(findings)
                .extracting(f -> Listening.secondsOf(f.at()))
                // 5 s, 20 s, and 3 s of sound after 50 s; the recording ends at 70 s
                .containsExactly(25.0, 40.0, 53.0, 70.0);
        assertThat(Listening.secondsOf(findings.get(2).until())).isEqualTo(50);
        assertThat(findings.get(0).reasons()[0].code()).isEqualTo(ReasonCode.SILENT);
    }

    @ParameterizedTest(name = "{0} dB C/N")
    @CsvSource({"12", "20", "28"})
    void hearsSilenceThroughTheNoiseOfAWeakStationWhereAFixedThresholdHearsProgramme(double cnDb) {
        Listening silent =
                station("", "").carrierToNoise(cnDb).sound(10, -18, 0.6).silence(30);
        assertThat(silent.findings(IncidentKind.SILENCE)).hasSize(2);
        assertThat(silent.findings(IncidentKind.SILENCE).get(0).reasons()[0].code())
                .isEqualTo(ReasonCode.NOISE_ALONE);
        double loudness = loudness(last(silent));
        assertThat(loudness).isGreaterThan(-60);
        // a fixed threshold above this noise, the way out of it, takes quiet music of a strong station for silence
        Listening quiet = station("", "").carrierToNoise(60).sound(10, -18, 0.6).sound(60, loudness - 2, 0.6);
        assertThat(quiet.findings(IncidentKind.SILENCE)).isEmpty();
    }

    @Test
    void quietMonoProgrammeIsHeardUnderTheNoiseOfTheDifference() {
        // -38 LUFS beside stereo noise of -34: told by the sum channel, whose noise is at -54
        Listening quiet = station("", "").carrierToNoise(20).sound(60, -38, 1.0);
        assertThat(quiet.findings(IncidentKind.SILENCE)).isEmpty();
    }

    @Test
    void pausesOfSpeechDoNotAddUpToSilence() {
        Listening speech = station("", "");
        for (int i = 0; i < 20; i++) {
            speech.sound(1.0, -20, 1).silence(1.4);
        }
        // 28 s of silence in 48 s: a counter that only ever adds up alarms
        assertThat(speech.findings(IncidentKind.SILENCE)).isEmpty();
    }

    @Test
    void aBareCarrierIsAFaultOfItsOwnAndACarrierOffAirIsNotSilent() {
        assertThat(station("", "").sound(10, -20, 0.6).bare(40).findings(IncidentKind.SILENCE))
                .isEmpty();
        List<Finding> findings =
                station("", "").sound(10, -20, 0.6).silence(10).off(30).findings(IncidentKind.SILENCE);
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
        assertThat(Listening.secondsOf(findings.get(1).until())).isEqualTo(20);
    }

    @Test
    void aPauseOfClassicalMusicIsNone() {
        Listening standard = station("", "").sound(10, -25, 0.6).silence(18).sound(10, -25, 0.6);
        Listening classical =
                station("", "classical").sound(10, -25, 0.6).silence(18).sound(10, -25, 0.6);
        assertThat(standard.findings(IncidentKind.SILENCE)).isNotEmpty();
        assertThat(classical.all()).isEmpty();
        assertThat(station("", "classical").sound(10, -25, 0.6).silence(45).findings(IncidentKind.SILENCE))
                .extracting(Finding::phase)
                .containsExactly(RAISED, ESCALATED);
    }

    @Test
    void anUnlicensedCarrierIsReportedForThatAlone() {
        assertThat(station("", "").at(99.0e6).sound(10, -20, 0.6).silence(60).all())
                .isEmpty();
    }

    @Test
    void reportsAFallOfLoudnessThroughMusicThatBreathes() {
        Listening music = station("", "")
                .sound(120, SoundDetectorTest::breathing, 0.6)
                .sound(90, look -> breathing(look) - 12, 0.6)
                .sound(60, SoundDetectorTest::breathing, 0.6);
        List<Finding> findings = music.findings(IncidentKind.LOUDNESS_LOW);
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED, PAUSED, ENDED);
        // short-term loudness looks back by 3 s
        assertThat(Listening.secondsOf(findings.get(0).onset())).isCloseTo(120, within(3.0));
        assertThat(Listening.secondsOf(findings.get(0).at())).isBetween(150.0, 200.0);
        assertThat(Listening.secondsOf(findings.get(1).until())).isCloseTo(210, within(3.0));
        assertThat(findings.get(0).measured()).isLessThan(-8);
        assertThat(music.findings(IncidentKind.LOUDNESS_HIGH)).isEmpty();
        // the obvious rule, more than 8 LU below for 30 s without a break, never holds: music comes up every 12 s
        assertThat(longestRun(music.looks(), look -> loudness(look) < -20 - 8 ? 1 : 0))
                .isLessThan(30);
    }

    @Test
    void aStationThatIsAlwaysQuietIsNotTooQuiet() {
        Listening quiet = station("", "").sound(300, look -> breathing(look) - 18, 0.6);
        // 18 LU below what others have: an absolute limit alarms, though nothing has changed
        assertThat(quiet.all()).isEmpty();
    }

    @Test
    void reportsARiseOfLoudness() {
        List<Finding> findings =
                station("", "").sound(60, -26, 0.6).sound(60, -14, 0.6).findings(IncidentKind.LOUDNESS_HIGH);
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED);
        assertThat(Listening.secondsOf(findings.get(0).onset())).isCloseTo(60, within(1.0));
        assertThat(Listening.secondsOf(findings.get(0).at())).isCloseTo(90, within(3.0));
        assertThat(findings.get(0).measured()).isCloseTo(12, within(1.0));
    }

    @Test
    void loudnessIsNotJudgedBeforeItIsKnownAndSilenceIsNotLearned() {
        assertThat(station("", "").sound(20, -26, 0.6).sound(60, -14, 0.6).all())
                .as("20 s are too short to know a station")
                .isEmpty();
        Listening silent = station("", "").sound(60, -20, 0.6).silence(300).sound(100, -20, 0.6);
        assertThat(silent.findings(IncidentKind.LOUDNESS_HIGH))
                .as("after five minutes of silence the station is as loud as before")
                .isEmpty();
        assertThat(silent.findings(IncidentKind.LOUDNESS_LOW)).isEmpty();
    }

    @ParameterizedTest(name = "register {0}, profile {1}, pilot {2}, stereo before {3}: reported {4}")
    @CsvSource({
        "'', '', true, true, true",
        "'', '', true, false, true",
        "'', '', false, true, true",
        "'', '', false, false, false",
        "yes, '', false, false, true",
        "no, '', true, false, false",
        "'', speech, true, true, false"
    })
    void reportsMonoWhereStereoWasPromised(
            String registered, String profile, boolean pilot, boolean stereoBefore, boolean reported) {
        Listening programme = station(registered, profile);
        if (stereoBefore) {
            programme.sound(30, -20, 0.5);
        }
        double from = stereoBefore ? 30 : 0;
        List<Finding> findings = programme.pilot(pilot).sound(90, -20, 1.0).findings(IncidentKind.MONO);
        assertThat(findings).hasSize(reported ? 1 : 0);
        for (Finding finding : findings) {
            // what was heard a second ago still counts a little
            assertThat(Listening.secondsOf(finding.onset())).isCloseTo(from, within(6.0));
            assertThat(Listening.secondsOf(finding.at())).isCloseTo(from + 60, within(6.0));
        }
    }

    @Test
    void reportsMonoThroughNoiseThatMakesLeftAndRightDiffer() {
        Listening weak = station("", "").carrierToNoise(22).sound(90, -22, 1.0);
        assertThat(weak.findings(IncidentKind.MONO)).hasSize(1);
        // the plain correlation of what is heard never reaches 0.98
        assertThat(correlation(last(weak))).isLessThan(0.98);
    }

    @Test
    void stereoIsNotMono() {
        assertThat(station("yes", "").sound(300, -20, 0.9).findings(IncidentKind.MONO))
                .isEmpty();
        assertThat(station("yes", "").carrierToNoise(15).sound(300, -45, 0.9).findings(IncidentKind.MONO))
                .as("drowned in noise, so that nobody knows")
                .isEmpty();
    }

    @Test
    void reportsInvertedPhaseAndNotWideStereo() {
        List<Finding> findings =
                station("", "").sound(30, -20, 0.6).sound(20, -20, -0.9).findings(IncidentKind.PHASE_INVERTED);
        assertThat(findings).extracting(Finding::phase).containsExactly(RAISED);
        assertThat(Listening.secondsOf(findings.get(0).onset())).isCloseTo(30, within(2.0));
        assertThat(Listening.secondsOf(findings.get(0).at())).isCloseTo(40, within(2.0));
        Listening wide = station("", "");
        for (int i = 0; i < 10; i++) {
            wide.sound(5, -20, -0.7).sound(3, -20, 0.3);
        }
        // single looks below -0.5, the obvious rule, are a matter of taste
        assertThat(longestRun(wide.looks(), look -> correlation(look) < -0.5 ? 1 : 0))
                .isGreaterThan(4);
        assertThat(wide.findings(IncidentKind.PHASE_INVERTED)).isEmpty();
    }

    @Test
    void anInvertedStationIsNotSilentThoughItsSumIs() {
        Listening inverted = station("", "").sound(60, -20, -1.0);
        assertThat(Objects.requireNonNull(last(inverted).reception()).audio().meanSquareSum())
                .isLessThan(1e-6);
        assertThat(inverted.all()).extracting(Finding::kind).containsOnly(IncidentKind.PHASE_INVERTED);
    }

    private static Listening station(String stereo, String profile) {
        return new Listening(Registers.judgeOfSound(stereo, profile));
    }

    /** Loud and less loud in turn, as verses and refrains are. */
    private static double breathing(int look) {
        return -20 + 5 * Math.sin(2 * Math.PI * look / 60.0);
    }

    private static RfObservation last(Listening listening) {
        return listening.looks().get(listening.looks().size() - 1);
    }

    private static double loudness(RfObservation look) {
        return AudioMeasurement.loudness(
                Arrays.stream(Objects.requireNonNull(look.reception()).audio().weightedMeanSquare())
                        .average()
                        .orElse(0));
    }

    private static double correlation(RfObservation look) {
        return Objects.requireNonNull(look.reception()).audio().correlation();
    }

    private static double longestRun(List<RfObservation> looks, ToDoubleFunction<RfObservation> holds) {
        double longest = 0;
        double run = 0;
        for (RfObservation look : looks) {
            run = holds.applyAsDouble(look) > 0 ? run + 0.2 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
