package io.bandwatch.detectors.content.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferingTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest(name = "sound for {0} s, pictures for {1} s")
    @CsvSource({
        "5, 0, SOUND_DIFFERS",
        "0, 5, PICTURE_DIFFERS",
        "5, 4, SOUND_AND_PICTURE_DIFFER",
        "20, 1.2, SOUND_DIFFERS",
        "1.2, 20, PICTURE_DIFFERS",
        "20, 3, SOUND_AND_PICTURE_DIFFER",
        "1, 0.6, SOUND_AND_PICTURE_DIFFER"
    })
    void whatDiffersForAMomentOnlyIsNotNamed(double soundS, double pictureS, ReasonCode where) {
        Differing differing = Differing.NOTHING
                .with(lasting(soundS), Reading.NO)
                .with(Reading.NO, lasting(pictureS))
                .with(Reading.NO, Reading.UNKNOWN);

        assertThat(differing.where()).isEqualTo(where);
    }

    private static Reading lasting(double seconds) {
        return seconds == 0
                ? Reading.NO
                : Reading.yes(0.5, 0.2, "share").since(START).until(START.plusMillis(Math.round(seconds * 1000)));
    }
}
