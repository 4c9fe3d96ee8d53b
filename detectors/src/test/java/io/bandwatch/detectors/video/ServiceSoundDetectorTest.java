package io.bandwatch.detectors.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import io.bandwatch.signal.av.TrackState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSoundDetectorTest {
    private final Broadcast service = new Broadcast();

    @Test
    void silenceIsAWarningAfterFiveSecondsAndMajorAfterTwenty() {
        service.seconds(10);
        service.lufs = -75;
        service.seconds(25);
        service.lufs = -23;
        service.seconds(10);
        assertThat(words())
                .containsExactly(
                        "RAISED silence warning 10.00..15.00",
                        "ESCALATED silence major 10.00..30.00",
                        "PAUSED silence major 10.00..35.00",
                        "ENDED silence major 10.00..35.00");
    }

    @Test
    void pausesOfASpeakerDoNotAddUpToASilence() {
        for (int i = 0; i < 10; i++) {
            service.lufs = -80;
            service.seconds(4);
            service.lufs = -25;
            service.seconds(1);
        }
        assertThat(words()).isEmpty();
    }

    @Test
    void whatWasLeftOutIsNeitherSilentNorLost() {
        for (int i = 0; i < 10; i++) {
            service.audio = TrackState.DECODED;
            service.seconds(3.4);
            // a pause at either end of what was left out is none in between
            service.lufs = -75;
            service.seconds(0.2);
            service.audio = TrackState.SAMPLED;
            service.seconds(8);
            service.audio = TrackState.DECODED;
            service.seconds(0.2);
            service.lufs = -25;
        }
        assertThat(words()).isEmpty();
    }

    @Test
    void silenceIsFoundInStretchesOfSound() {
        service.lufs = -75;
        for (int i = 0; i < 3; i++) {
            service.audio = TrackState.DECODED;
            service.seconds(3.4);
            service.audio = TrackState.SAMPLED;
            service.seconds(8.6);
        }
        // 3.4 s and 1.6 s of it are known by 13.6 s
        assertThat(words()).first().asString().startsWith("RAISED silence warning 0.00..13.60");
    }

    @Test
    void classicalMusicMayPauseLonger() {
        service.seconds(5);
        service.lufs = -65;
        service.seconds(15);
        assertThat(words()).containsExactly("RAISED silence warning 5.00..10.00");
        assertThat(Broadcast.words(
                        detector(new ServiceProfile(Set.of(ServiceTrait.CLASSICAL), MaintenancePlan.NONE)), service))
                .isEmpty();
    }

    @Test
    void aServiceIsMeasuredAgainstItsOwnLevelAndNotAgainstTheTarget() {
        // ten below the target all day, which the obvious rule, -23 LUFS and 8 beside it, would report
        service.lufs = -33;
        service.seconds(120);
        assertThat(words()).isEmpty();
        service.lufs = -20;
        service.seconds(40);
        assertThat(words()).hasSize(1).first().asString().startsWith("RAISED loudness-high warning 120");
    }

    @Test
    void tooLoudEndsWhenItDoesThoughThreeSecondsStayLoudForTwoMore() {
        service.seconds(60);
        service.lufs = -11;
        service.seconds(40);
        service.lufs = -23;
        service.seconds(20);
        // a mean of three seconds is more than 8 LU too loud while more than a third of them is: until 101.9 s
        assertThat(words()).contains("PAUSED loudness-high warning 60.00..100.00");
    }

    @Test
    void quietMusicIsNotTooLowForHalfAMinute() {
        service.seconds(60);
        service.lufs = -35;
        service.seconds(28);
        service.lufs = -23;
        service.seconds(10);
        assertThat(words()).isEmpty();
    }

    @Test
    void lostSoundIsNotSilence() {
        service.seconds(10);
        service.audio = TrackState.MISSING;
        service.seconds(10);
        service.audio = TrackState.DECODED;
        service.seconds(5);
        assertThat(words())
                .containsExactly(
                        "RAISED audio-lost warning 10.00..12.00",
                        "ESCALATED audio-lost major 10.00..15.00",
                        "PAUSED audio-lost major 10.00..20.00",
                        "ENDED audio-lost major 10.00..20.00");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_STREAM", "NOT_WATCHED", "UNSUPPORTED", "SCRAMBLED"})
    void whereNobodyCouldHearNothingIsLost(TrackState state) {
        // no samples for two seconds is the obvious rule
        service.seconds(3);
        service.audio = state;
        service.seconds(30);
        assertThat(words()).isEmpty();
    }

    @Test
    void aTrackThatNeverCameIsNotLost() {
        service.audio = TrackState.MISSING;
        service.seconds(30);
        assertThat(words()).isEmpty();
    }

    @Test
    void monoIsAFaultAfterStereoAndWhereStereoIsPromisedThoughTheCorrelationAloneReportsEveryNewsReader() {
        service.seconds(90);
        assertThat(words()).as("always the same on both: nobody promised more").isEmpty();
        assertThat(words(ServiceTrait.STEREO)).containsExactly("RAISED mono warning 0.00..60.00");
        service.width = 0.3;
        service.seconds(20);
        service.width = 0;
        service.seconds(70);
        // older sound fades within seconds
        assertThat(words()).containsExactly("RAISED mono warning 113.00..173.00");
        assertThat(words(ServiceTrait.MONO)).isEmpty();
    }

    @Test
    void aChannelThatIsInvertedIsReportedAfterTenSeconds() {
        service.width = 0.3;
        service.seconds(20);
        service.width = 9;
        service.seconds(12);
        assertThat(words()).hasSize(1).first().asString().startsWith("RAISED phase-inverted warning 21");
    }

    @Test
    void aPictureFaultIsNotOneOfTheSound() {
        service.blackShare = 1;
        service.difference = 0;
        service.seconds(30);
        assertThat(words()).isEmpty();
    }

    private List<String> words() {
        return Broadcast.words(detector(ServiceProfile.STANDARD), service);
    }

    private List<String> words(ServiceTrait trait) {
        return Broadcast.words(detector(new ServiceProfile(Set.of(trait), MaintenancePlan.NONE)), service);
    }

    private static ServiceSoundDetector detector(ServiceProfile profile) {
        return new ServiceSoundDetector(
                ServiceSoundSettings.DEFAULT, new ServiceProfiles(Map.of(Broadcast.SERVICE, profile)));
    }
}
