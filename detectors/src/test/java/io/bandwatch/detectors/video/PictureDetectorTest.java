package io.bandwatch.detectors.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import io.bandwatch.signal.av.TrackState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureDetectorTest {
    private final Broadcast service = new Broadcast();

    @Test
    void blackIsAWarningAfterTwoSecondsAndMajorAfterFive() {
        service.seconds(10);
        service.blackShare = 0.99;
        service.seconds(8);
        service.blackShare = 0.1;
        service.seconds(10);
        assertThat(words())
                .containsExactly(
                        "RAISED video-black warning 10.00..12.00",
                        "ESCALATED video-black major 10.00..15.00",
                        "PAUSED video-black major 10.00..18.00",
                        "ENDED video-black major 10.00..18.00");
    }

    @Test
    void aDarkSceneIsNotBlackThoughItsMeanIsLowerThanThatOfABlackWithALogo() {
        // by mean level alone the scene would be the blacker one of the two
        service.meanLevel = 0.03;
        service.blackShare = 0.93;
        service.seconds(20);
        assertThat(words()).isEmpty();
        service.meanLevel = 0.04;
        service.blackShare = 0.985;
        service.seconds(3);
        assertThat(words()).containsExactly("RAISED video-black warning 20.00..22.00");
    }

    @Test
    void shortBlacksBetweenAdvertsDoNotAddUp() {
        for (int i = 0; i < 10; i++) {
            service.blackShare = 0.99;
            service.seconds(1.8);
            service.blackShare = 0.2;
            service.seconds(0.2);
        }
        assertThat(words()).isEmpty();
    }

    @Test
    void aBlackPictureIsNotFrozenAsWell() {
        service.seconds(2);
        service.blackShare = 1;
        service.difference = 0;
        service.seconds(20);
        assertThat(words())
                .containsExactly("RAISED video-black warning 2.00..4.00", "ESCALATED video-black major 2.00..7.00");
    }

    @Test
    void aFreezeBeginsWithThePictureThatStays() {
        service.seconds(10);
        service.difference = 0.0005;
        service.seconds(12);
        service.difference = 0.05;
        service.seconds(5);
        // the last picture that moved was shown from 9.96 s on
        assertThat(words())
                .containsExactly(
                        "RAISED video-freeze warning 9.96..15.00",
                        "ESCALATED video-freeze major 9.96..20.00",
                        "PAUSED video-freeze major 9.96..22.00",
                        "ENDED video-freeze major 9.96..22.00");
    }

    @Test
    void aFreezeBeginsBeforeTheCoderHasRefinedItThoughDifferencesAloneDateItLater() {
        service.seconds(10);
        service.changed = 0;
        service.difference = 0.004;
        service.seconds(1.2);
        service.difference = 0.0005;
        service.seconds(9);
        // by the difference alone the last picture that moved was shown from 11.16 s on
        assertThat(words()).first().isEqualTo("RAISED video-freeze warning 9.96..15.00");
    }

    @Test
    void aFreezeThatBeginsAnewWithEachGroupOfPicturesIsOneThoughNoSecondOfItIsStill() {
        service.seconds(10);
        service.changed = 0;
        for (int i = 0; i < 10; i++) {
            // the first pictures of a group differ: the naive rule, all still for five seconds, never holds
            service.difference = 0.009;
            service.seconds(0.2);
            service.difference = 0;
            service.seconds(0.8);
        }
        assertThat(words()).first().asString().startsWith("RAISED video-freeze warning 9.96..15");
    }

    @Test
    void slowMotionAfterAFreezeIsItsEndThoughNowAndThenAPictureIsLikeTheOneBefore() {
        service.seconds(5);
        service.changed = 0;
        service.difference = 0;
        service.seconds(8);
        service.changed = 0.02;
        for (int i = 0; i < 10; i++) {
            // any still picture within two seconds would keep the freeze going: the naive rule never ends it
            service.difference = 0.003;
            service.seconds(0.8);
            service.difference = 0.0008;
            service.seconds(0.2);
        }
        assertThat(words())
                .contains("PAUSED video-freeze warning 4.96..13.00")
                .noneMatch(word -> word.startsWith("RESUMED"));
    }

    @Test
    void aFreezeUnderAClockThatIsTooSmallToCountIsDatedToWhereTheRestStood() {
        service.seconds(5);
        service.changed = 0.002;
        service.difference = 0.0015;
        service.seconds(23);
        // only now is the clock so slow that pictures are still: by them alone the freeze began at 27.96 s, less two
        // seconds
        service.difference = 0.0005;
        service.seconds(6);
        assertThat(words()).first().isEqualTo("RAISED video-freeze warning 4.96..31.00");
    }

    @Test
    void stillsOfAnAdvertBelowFourSecondsAreNoFreezeThoughTwoSecondsWouldMakeThem() {
        for (int i = 0; i < 6; i++) {
            service.difference = 0;
            service.seconds(3.8);
            service.difference = 0.2;
            service.seconds(0.2);
        }
        assertThat(words()).isEmpty();
    }

    @Test
    void equalityMissesAFreezeUnderNoiseAndAClock() {
        // no picture is like another, and yet nothing but the clock moves
        service.seconds(5);
        service.difference = 0.02;
        service.changed = 0.01;
        service.seconds(40);
        List<Finding> findings = Broadcast.findings(detector(ServiceProfile.STANDARD), service.ended());
        assertThat(words())
                .containsExactly("RAISED video-freeze warning 4.96..34.92", "ESCALATED video-freeze major 4.96..39.92");
        assertThat(codes(findings.get(0))).containsExactly(ReasonCode.PICTURE_NEARLY_STILL);
    }

    @Test
    void aNewsReaderWhoMovesLittleForTwentySecondsIsNotFrozen() {
        service.changed = 0.02;
        service.seconds(20);
        service.changed = 0.1;
        service.seconds(0.2);
        service.changed = 0.02;
        service.seconds(20);
        assertThat(words()).isEmpty();
    }

    @Test
    void aPictureRadioMayStandStillWhileThereIsSound() {
        ServiceProfile radio = new ServiceProfile(Set.of(ServiceTrait.RADIO), MaintenancePlan.NONE);
        service.seconds(2);
        service.difference = 0;
        service.changed = 0;
        service.seconds(60);
        service.audio = TrackState.SAMPLED;
        service.seconds(10);
        assertThat(Broadcast.words(detector(radio), service)).isEmpty();
        assertThat(words()).hasSize(2);
        service.audio = TrackState.DECODED;
        service.lufs = -90;
        service.seconds(6);
        assertThat(Broadcast.words(detector(radio), service)).hasSize(1);
    }

    @Test
    void blocksAloneAndErrorsAloneAreNoMosaic() {
        service.edges = 0.1;
        service.seconds(10);
        service.edges = 0;
        service.errors = 3;
        service.seconds(10);
        assertThat(words()).isEmpty();
        service.edges = 0.1;
        service.seconds(4);
        assertThat(words()).containsExactly("RAISED video-mosaic warning 20.00..22.00");
    }

    @Test
    void aPictureThatTheDecoderMadeUpIsAMosaicThoughEdgesOfMacroblocksShowNone() {
        service.seconds(10);
        // concealment smooths: no edges, no error, no picture missing, by which the naive rule goes
        service.concealed = 0.15;
        service.seconds(4);
        service.concealed = 0.01;
        service.seconds(5);
        assertThat(words())
                .containsExactly(
                        "RAISED video-mosaic warning 10.00..12.00",
                        "PAUSED video-mosaic warning 10.00..14.00",
                        "ENDED video-mosaic warning 10.00..14.00");
    }

    @Test
    void aMosaicThatComesAndGoesWithCodedPicturesIsOne() {
        for (int i = 0; i < 8; i++) {
            service.errors = 2;
            service.edges = 0.1;
            service.seconds(0.4);
            service.errors = 0;
            service.edges = 0;
            service.seconds(0.4);
        }
        assertThat(words()).containsExactly("RAISED video-mosaic warning 0.00..2.00");
    }

    private List<String> words() {
        return Broadcast.words(detector(ServiceProfile.STANDARD), service);
    }

    private static PictureDetector detector(ServiceProfile profile) {
        return new PictureDetector(PictureSettings.DEFAULT, new ServiceProfiles(Map.of(Broadcast.SERVICE, profile)));
    }

    private static List<ReasonCode> codes(Finding finding) {
        return List.of(finding.reasons()).stream().map(Reason::code).toList();
    }
}
