package io.bandwatch.detectors.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.av.TrackState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures that do not come, and whose fault that is. */
class LostPicturesTest {
    private final Broadcast service = new Broadcast();

    @Test
    void lostPicturesAreNeitherBlackNorFrozenAndEndWhatWasWrongWithThem() {
        service.blackShare = 1;
        service.seconds(4);
        service.video = TrackState.MISSING;
        service.seconds(10);
        assertThat(words())
                .containsExactly(
                        "RAISED video-black warning 0.00..2.00",
                        "RAISED video-lost warning 4.00..6.00",
                        "PAUSED video-black warning 0.00..4.00",
                        "ESCALATED video-lost major 4.00..9.00",
                        "ENDED video-black warning 0.00..4.00");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_STREAM", "NOT_WATCHED", "UNSUPPORTED", "SCRAMBLED"})
    void whereNobodyCouldSeePicturesNothingIsLost(TrackState state) {
        // the obvious rule, no pictures for two seconds, would blame the broadcaster for the probe
        service.seconds(3);
        service.video = state;
        service.seconds(30);
        service.video = TrackState.DECODED;
        service.seconds(3);
        assertThat(words()).isEmpty();
    }

    @Test
    void aRecordingWithoutATrackThatItsTablesNameHasLostNothing() {
        service.video = TrackState.MISSING;
        service.seconds(30);
        assertThat(words()).isEmpty();
    }

    @Test
    void aDecoderThatNeverMakesAPictureIsWaitedForAndThenReported() {
        service.picturesALook = 0;
        service.seconds(4);
        assertThat(words()).isEmpty();
        service.seconds(4);
        assertThat(words()).containsExactly("RAISED video-lost warning 4.80..6.80");
    }

    @Test
    void slowPicturesLeaveLooksEmptyAndAreNotLost() {
        for (int i = 0; i < 10; i++) {
            service.picturesALook = 1;
            service.expectedALook = 1;
            service.seconds(0.2);
            service.picturesALook = 0;
            service.expectedALook = 0;
            service.seconds(2.8);
        }
        assertThat(words()).isEmpty();
    }

    private List<String> words() {
        return Broadcast.words(
                new PictureDetector(
                        PictureSettings.DEFAULT,
                        new ServiceProfiles(Map.of(Broadcast.SERVICE, ServiceProfile.STANDARD))),
                service);
    }
}
