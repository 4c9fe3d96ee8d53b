package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.TsCaptures;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Black and freeze against ffmpeg's {@code blackdetect} and {@code freezedetect} with the same limits, on the same pictures:
 * within one picture, without exception so far.
 */
class FfmpegAgreementTest {
    private static final double BLACK_SHARE = 0.98;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.bandwatch.dsp.video.Reel#sources")
    void blackAndFreezeOfGeneratedPicturesAreThoseOfFfmpeg(String graph) throws Exception {
        assertThat(differences(Reel.generated(graph))).isEmpty();
    }

    /** So that agreement is not that of two who see nothing. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, 1, 1", "1, 1, 1", "2, 0, 1", "3, 0, 0", "4, 0, 0", "5, 0, 0", "6, 1, 0", "7, 0, 3", "8, 1, 3"})
    void bothSeeWhatIsThere(int source, int black, int frozen) throws Exception {
        Reel reel = Reel.generated(Reel.sources().toList().get(source));
        assertThat(reel.black()).hasSize(black);
        assertThat(reel.frozen()).hasSize(frozen);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "ts/dvbt-france2-hd-eac3.ts, 0:v:0, 3",
        "ts/dvbt-italy-rai-full-mux.ts, 0:v:0, 3",
        "ts/dvbt2-germany-ard-br-626MHz.ts, 0:v:0, 3",
        "ts/hevc-scte35-multiprogram.ts, 0:v:0, 1",
        "ts/scte35-80s-with-ad.ts, 0:v:0, 40",
        "ts/scte35-short.ts, 0:v:0, 3",
        "video/bigbuckbunny-720p-5s.mp4, 0:v:0, 6",
        "video/bikes-street-640x272-10s.mp4, 0:v:0, 10"
    })
    void blackAndFreezeOfRealPicturesAreThoseOfFfmpeg(String name, String stream, String seconds) throws Exception {
        String file = TsCaptures.file("../" + name).toString();
        Reel reel = Reel.of(List.of("-t", seconds, "-i", file), stream);
        assertThat(differences(reel)).isEmpty();
    }

    private static String differences(Reel reel) {
        String black =
                reel.differences("black", reel.stretches(picture -> picture.blackShare() >= BLACK_SHARE), reel.black());
        // a freeze begins with the picture that the others are like
        String frozen = reel.differences("freeze", reel.stretches(picture -> picture.still(), 1), reel.frozen());
        return black + frozen;
    }
}
