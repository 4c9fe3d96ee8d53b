package io.bandwatch.detectors.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.BarsKind;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeAssessorTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long LOOK_NS = 200_000_000L;
    private static final long PICTURE_NS = 40_000_000L;

    private final ProgrammeAssessor assessor = new ProgrammeAssessor();

    @Test
    void tellsForWhatShareOfTheTimeShownPicturesWereBlackOrStill() {
        ProgrammeRecord record = assess(looks(
                video(5, picture(1.0, false), picture(0.99, true), picture(0.2, false), picture(0.1, true)),
                video(5, picture(0.0, false), picture(0.97, false), picture(0.3, false), picture(0.3, false))));
        PictureTotals picture = Objects.requireNonNull(record.picture());
        // 8 pictures of 40 ms: two of them 98 % dark, two that did not move
        assertThat(picture.share(picture.blackNs())).isCloseTo(0.25, within(1e-12));
        assertThat(picture.share(picture.stillNs())).isCloseTo(0.25, within(1e-12));
        // five were due in each look
        assertThat(picture.missing()).isEqualTo(2);
        assertThat(record.durationNs()).isEqualTo(2 * LOOK_NS);
    }

    @Test
    void countsHowOftenSizeOrAspectBecameAnother() {
        VideoObservation wide = video(1, picture(0.2, false));
        VideoObservation narrow = new VideoObservation(
                100, wide.account(), 720, 576, 12.0 / 11.0, 25.0, new PictureMeasurement[] {picture(0.2, false)});
        VideoObservation high = new VideoObservation(
                100, wide.account(), 1280, 720, 1, 50.0, new PictureMeasurement[] {picture(0.2, false)});
        VideoObservation unknown =
                new VideoObservation(100, wide.account(), 0, 0, Double.NaN, Double.NaN, new PictureMeasurement[0]);
        PictureTotals picture = Objects.requireNonNull(
                assess(looks(wide, wide, narrow, unknown, narrow, high, high)).picture());
        assertThat(picture.formatChanges()).isEqualTo(2);
        assertThat(picture.width()).isEqualTo(1280);
    }

    @Test
    void keepsTracksApartByTheirPidWhateverTheirOrder() {
        ProgrammeRecord record = assess(new AvFrame[] {
            look(0, null, audio(101, 0.5), audio(102, 0.01)), look(1, null, audio(102, 0.01), audio(101, 0.5))
        });
        assertThat(Arrays.stream(record.tracks()).map(TrackTotals::pid)).containsExactly(101, 102);
        // mean squares 0.25 and 0.0001
        assertThat(record.tracks()[0].sound().figures().levelDbfs()).isCloseTo(-6.02, within(0.01));
        assertThat(record.tracks()[1].sound().figures().levelDbfs()).isCloseTo(-40.0, within(0.01));
        assertThat(record.picture()).isNull();
    }

    @Test
    void tellsIntervalsOneByOneAndTheRestAtTheEnd() {
        ProgrammeAssessor each = new ProgrammeAssessor(Duration.ofSeconds(1));
        List<AvFrame> looks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            looks.add(look(i, video(1, picture(i < 5 ? 1.0 : 0.2, false)), audio(101, 0.5)));
        }
        Instant end = looks.get(11).end();
        looks.add(new AvFrame("feed", 7, FrameKind.ENDED, end, 0, true, null, new AudioObservation[0], 0));
        List<ProgrammeRecord> records =
                new DetectorRun<>(each, AvFrame::time).over(looks).findings();
        assertThat(records)
                .extracting(ProgrammeRecord::durationNs)
                .containsExactly(5 * LOOK_NS, 5 * LOOK_NS, 2 * LOOK_NS);
        assertThat(records)
                .extracting(record -> Objects.requireNonNull(record.picture()))
                .extracting(picture -> picture.share(picture.blackNs()))
                .containsExactly(1.0, 0.0, 0.0);
        assertThat(records.get(1).time()).isEqualTo(START.plusSeconds(1));
    }

    private ProgrammeRecord assess(AvFrame[] looks) {
        ProgrammeState state = assessor.initial();
        for (AvFrame look : looks) {
            Step<ProgrammeState, ProgrammeRecord> step = assessor.onObservation(state, look);
            assertThat(step.findings()).isEmpty();
            state = step.next();
        }
        Instant end = looks[looks.length - 1].end();
        AvFrame ended = new AvFrame("feed", 7, FrameKind.ENDED, end, 0, true, null, new AudioObservation[0], 0);
        return assessor.onObservation(state, ended).findings().get(0);
    }

    private static AvFrame[] looks(VideoObservation... videos) {
        AvFrame[] looks = new AvFrame[videos.length];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = look(i, videos[i]);
        }
        return looks;
    }

    private static AvFrame look(int number, @Nullable VideoObservation video, AudioObservation... audio) {
        Instant time = START.plusNanos(number * LOOK_NS);
        return new AvFrame("feed", 7, FrameKind.MEASURED, time, LOOK_NS, true, video, audio, 0);
    }

    private static VideoObservation video(long expected, PictureMeasurement... pictures) {
        TrackAccount account = new TrackAccount(TrackState.DECODED, expected, pictures.length, 0);
        return new VideoObservation(100, account, 720, 576, 16.0 / 15.0, 25.0, pictures);
    }

    private static PictureMeasurement picture(double blackShare, boolean still) {
        return new PictureMeasurement(
                0,
                PICTURE_NS,
                blackShare,
                0.4,
                0.2,
                0.01,
                still,
                0.5,
                PICTURE_NS,
                PICTURE_NS,
                0.1,
                BarsKind.EBU_75,
                Double.NaN,
                0);
    }

    private static AudioObservation audio(int pid, double amplitude) {
        double square = amplitude * amplitude;
        AudioMeasurement sound = new AudioMeasurement(
                0.2,
                square,
                0,
                0,
                new double[] {square, square, square, square},
                0,
                0,
                new byte[0],
                new double[] {square, square, square, square, square, square, square, square, square, square},
                0,
                new byte[0],
                amplitude);
        TrackAccount account = new TrackAccount(TrackState.DECODED, 9600, 9600, 0);
        return new AudioObservation(pid, "chi", account, 48_000, 2, sound, new double[0], 0);
    }
}
