package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.signal.av.BarsKind;
import io.bandwatch.signal.av.PictureMeasurement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoMeterTest {
    private static final double BLACK_SHARE = 0.98;
    private static final double BARS = 0.95;

    /** Of 25 pictures a second. */
    private static final int FOUR_SECONDS = 100;

    @Test
    void meanLevelCallsANightSceneBlackAndMissesABlackWithALogo() throws Exception {
        // nine tenths of a night are dark, but a lamp is not; a logo in a corner brightens the mean of a real black
        Reel night = Reel.generated("color=0x181818:s=160x90:r=25:d=1,drawbox=x=70:y=40:w=12:h=8:c=0x909090:t=fill");
        Reel black = Reel.generated("color=black:s=160x90:r=25:d=1,drawbox=x=140:y=4:w=16:h=16:c=white:t=fill");
        PictureMeasurement scene = night.pictures().get(5);
        PictureMeasurement logo = black.pictures().get(5);
        assertThat(scene.meanLevel()).isGreaterThan(logo.meanLevel()).isLessThan(0.12);
        assertThat(scene.blackShare()).isGreaterThan(BLACK_SHARE);
        assertThat(logo.blackShare()).isCloseTo(1 - 256.0 / (160 * 90), within(0.002));
    }

    @Test
    void comparingWithThePictureBeforeCallsASlowFadeFrozen() {
        // a twentieth of a code a picture, 1.25 codes a second, spread over the pixels as a mixer does
        VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        int stillForReference = 0;
        int stillForTheOneBefore = 0;
        for (int i = 1; i <= 2 * FOUR_SECONDS; i++) {
            VideoMeter pair = new VideoMeter(VideoMeterSettings.DEFAULT);
            pair.measure(faded(i - 1), null, 0, 1);
            stillForTheOneBefore += pair.measure(faded(i), null, 0, 1).still() ? 1 : 0;
            stillForReference = meter.measure(faded(i), null, 0, 1).still() ? stillForReference + 1 : 0;
            assertThat(stillForReference).isLessThan(10);
        }
        assertThat(stillForTheOneBefore).isEqualTo(2 * FOUR_SECONDS);
    }

    private static Picture faded(int picture) {
        byte[] codes = new byte[64 * 32 * 3 / 2];
        for (int i = 0; i < 64 * 32; i++) {
            codes[i] = (byte) (200 - 0.05 * picture + (i * 7 % 20) / 20.0);
        }
        return Picture.i420(codes, 64, 32, false);
    }

    @Test
    void equalityOfPicturesMissesAFreezeUnderNoiseAndBlocksDoNot() throws Exception {
        Reel noisy = Reel.generated("smptebars=s=160x90:r=25:d=5,noise=alls=12:allf=t");
        assertThat(noisy.longest(PictureMeasurement::still)).isZero();
        assertThat(noisy.nearlyStillS()).isGreaterThan(4);
    }

    @Test
    void aClockInAFrozenPictureIsNearlyStillAndNotStill() throws Exception {
        Reel clock = Reel.generated(
                "color=gray:s=160x90:r=25:d=5[a];color=white:s=6x6:r=25:d=5[b];[a][b]overlay=x='130+mod(n,3)*5':y=6");
        assertThat(clock.longest(PictureMeasurement::still)).isLessThan(25);
        assertThat(clock.nearlyStillS()).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bikes-street-640x272-10s.mp4", "bigbuckbunny-720p-5s.mp4"})
    void realPicturesAreNeverNearlyStillForLong(String name) throws Exception {
        Reel reel = Reel.of(List.of("-i", TsCaptures.file("../video/" + name).toString()), "0:v:0");
        assertThat(reel.nearlyStillS()).isLessThan(1);
        assertThat(reel.longest(picture -> picture.barsCorrelation() > 0.8)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"pal75bars, EBU_75", "pal100bars, EBU_100", "smptebars, SMPTE", "smptehdbars, SMPTE_HD"})
    void knowsTheBars(String source, BarsKind kind) throws Exception {
        Reel bars = Reel.generated(source + "=s=720x576:r=25:d=0.1,noise=alls=10:allf=t");
        assertThat(bars.pictures()).allSatisfy(picture -> {
            assertThat(picture.barsCorrelation()).isGreaterThan(BARS);
            assertThat(picture.bars()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"testsrc2", "testsrc", "rgbtestsrc", "yuvtestsrc"})
    void knowsThatOtherCardsAreNoBars(String source) throws Exception {
        Reel card = Reel.generated(source + "=s=160x90:r=25:d=1");
        assertThat(card.pictures()).noneMatch(picture -> picture.barsCorrelation() > BARS);
    }

    @Test
    void greyStepsAreNoColourBarsThoughTheirBrightnessIs() throws Exception {
        Reel grey = Reel.generated("pal75bars=s=160x90:r=25:d=0.2,hue=s=0");
        assertThat(grey.pictures()).allMatch(picture -> picture.barsCorrelation() < BARS);
    }

    @Test
    void anotherSizeIsAnotherPicture() {
        VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        byte[] codes = new byte[64 * 32 * 3 / 2];
        Picture large = Picture.i420(codes, 64, 32, true);
        assertThat(meter.measure(large, null, 0, 1).still()).isFalse();
        assertThat(meter.measure(large, null, 0, 1).still()).isTrue();
        PictureMeasurement small = meter.measure(Picture.i420(codes, 32, 32, true), null, 0, 1);
        assertThat(small.still()).isFalse();
        assertThat(small.nearlyStillNs()).isEqualTo(1);
        assertThat(small.difference()).isNaN();
    }

    @Test
    void aPlaneThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Plane(new byte[99], 0, 10, 10, 10)).hasMessageContaining("does not fit");
        assertThatThrownBy(() -> new Plane(new byte[100], 0, 10, 10, 9)).hasMessageContaining("stride");
    }
}
