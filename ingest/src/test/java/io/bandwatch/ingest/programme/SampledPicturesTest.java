package io.bandwatch.ingest.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.ingest.programme.LookAssembler.Look;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where only the first picture of each group is decoded, it stands for the others. */
class SampledPicturesTest {
    private static final long PICTURE_NS = 40_000_000;
    private static final int GROUP = 12;
    private static final PictureFormat FORMAT = new PictureFormat(32, 16, 1, 1, 25, 1, false, false);

    private final LookAssembler assembler = new LookAssembler();
    private final List<Look> looks = new ArrayList<>();

    @Test
    void aPictureLastsUntilTheNextOneAndFillsEveryLookBetween() {
        begin();
        for (int group = 0; group < 20; group++) {
            picture(GROUP * group, 50 + group, true);
            sound(GROUP * group, GROUP);
        }
        end();

        // 19 groups of 480 ms are 45.6 looks
        List<VideoObservation> whole = looks.subList(0, 45).stream()
                .map(look -> Objects.requireNonNull(look.video()))
                .toList();
        assertThat(whole).allSatisfy(video -> {
            assertThat(video.account().state()).isEqualTo(TrackState.SAMPLED);
            assertThat(video.account().missingShare()).isZero();
            assertThat(shownNs(video)).isEqualTo(LookAssembler.LOOK_NS);
        });
        assertThat(whole.stream().mapToLong(video -> video.account().decoded()).sum())
                .isEqualTo(19);
        assertThat(levels(whole.get(2))).containsExactly(level(50), level(51));
    }

    @Test
    void aGroupDecodedWholeEndsWhatTheOneBeforeItStoodFor() {
        begin();
        picture(0, 50, true);
        for (int i = GROUP; i < 2 * GROUP; i++) {
            picture(i, 60 + i, false);
        }
        picture(2 * GROUP, 90, true);
        picture(3 * GROUP, 91, true);
        sound(0, 4 * GROUP);
        end();

        VideoObservation between = Objects.requireNonNull(looks.get(2).video());
        assertThat(levels(between))
                .containsExactly(level(50), level(72), level(73), level(74))
                .doesNotHaveDuplicates();
        assertThat(shownNs(between)).isEqualTo(LookAssembler.LOOK_NS + PICTURE_NS - 40_000_000);
        assertThat(Objects.requireNonNull(looks.get(3).video()).account().state())
                .isEqualTo(TrackState.DECODED);
    }

    @Test
    void whatStandsIsAsOldInEachLookAsTheTimeSinceItBegan() {
        begin();
        for (int group = 0; group < 20; group++) {
            picture(GROUP * group, 50, true);
            sound(GROUP * group, GROUP);
        }
        end();

        for (int i = 0; i < 45; i++) {
            PictureMeasurement[] shown =
                    Objects.requireNonNull(looks.get(i).video()).pictures();
            PictureMeasurement last = shown[shown.length - 1];
            assertThat(last.unchangedNs()).isEqualTo((i + 1) * LookAssembler.LOOK_NS);
            assertThat(last.nearlyStillNs()).isEqualTo((i + 1) * LookAssembler.LOOK_NS);
        }
    }

    @Test
    void whatMovesIsNoOlderThanItIsShown() {
        begin();
        for (int group = 0; group < 20; group++) {
            picture(GROUP * group, 30 + 80 * (group % 2), true);
            sound(GROUP * group, GROUP);
        }
        end();

        assertThat(looks.subList(5, 45)).allSatisfy(look -> assertThat(
                        Objects.requireNonNull(look.video()).pictures())
                .allSatisfy(picture -> assertThat(picture.nearlyStillNs()).isBetween(0L, GROUP * PICTURE_NS)));
    }

    @Test
    void nothingIsShownAfterTheLastGroupOfATrackThatStops() {
        begin();
        for (int group = 0; group < 5; group++) {
            picture(GROUP * group, 50, true);
        }
        sound(0, 25 * 40);
        end();

        // the fifth begins at 1.92 s and is taken to last as long as those before it
        assertThat(looks.subList(0, 12))
                .allSatisfy(look -> assertThat(state(look)).isEqualTo(TrackState.SAMPLED));
        assertThat(looks.subList(12, 100))
                .allSatisfy(look -> assertThat(state(look)).isEqualTo(TrackState.MISSING));
    }

    private static TrackState state(Look look) {
        return Objects.requireNonNull(look.video()).account().state();
    }

    private static long shownNs(VideoObservation video) {
        return Arrays.stream(video.pictures())
                .mapToLong(PictureMeasurement::durationNs)
                .sum();
    }

    private static List<Double> levels(VideoObservation video) {
        return Arrays.stream(video.pictures())
                .map(PictureMeasurement::meanLevel)
                .toList();
    }

    /** Mean brightness of a picture of one code, in the range of 16 to 235 (ITU-R BT.601). */
    private static double level(int code) {
        return (code - 16) / 219.0;
    }

    private void begin() {
        assembler.take(new Track(0, TrackKind.PICTURE, 100, "h264", "", ""));
        assembler.take(new Track(1, TrackKind.SOUND, 101, "mp2", "chi", ""));
    }

    private void end() {
        assembler.end();
        drain();
    }

    private void drain() {
        for (Optional<Look> look = assembler.next(); look.isPresent(); look = assembler.next()) {
            looks.add(look.get());
        }
    }

    private void picture(int number, int code, boolean alone) {
        long leftOutNs = alone ? (GROUP - 1) * PICTURE_NS : 0;
        byte[] luma = new byte[32 * 16];
        Arrays.fill(luma, (byte) code);
        byte[] grey = new byte[16 * 8];
        Arrays.fill(grey, (byte) 128);
        assembler.take(
                new Picture(0, number * PICTURE_NS, FORMAT, 32, 16, luma, grey, grey, new byte[0], 0, leftOutNs));
        drain();
    }

    /** Sound for so many pictures. */
    private void sound(int from, int pictures) {
        for (int i = from; i < from + pictures; i++) {
            assembler.take(new Sound(1, i * PICTURE_NS, 48_000, 2, 0, new float[2 * 1920]));
            drain();
        }
    }
}
