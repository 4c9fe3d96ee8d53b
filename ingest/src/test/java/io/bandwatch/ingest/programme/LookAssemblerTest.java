package io.bandwatch.ingest.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.ingest.programme.LookAssembler.Look;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookAssemblerTest {
    private static final int RATE_HZ = 48_000;
    private static final long PICTURE_NS = 40_000_000;
    private static final long SOUND_NS = 24_000_000;
    private static final long BEGIN_NS = 5_000_000_000L;
    private static final PictureFormat FORMAT = new PictureFormat(32, 16, 1, 1, 25, 1, false, false);

    private LookAssembler assembler = new LookAssembler();
    private final List<Look> looks = new ArrayList<>();

    @Test
    void cutsPicturesAndSoundAtTheSameTimes() {
        begin();
        for (int second = 0; second < 10; second++) {
            send(25 * second, 25 * second + 25);
            sound(42 * second, Math.min(417, 42 * second + 42));
        }
        end();
        // 10 s, and the last block of sound goes 8 ms further: too short for a look of its own
        assertThat(looks).hasSize(50);
        for (Look look : looks.subList(0, 45)) {
            VideoObservation video = Objects.requireNonNull(look.video());
            assertThat(video.pictures()).hasSize(5);
            assertThat(video.account().missingShare()).isZero();
            assertThat(video.pictures()[0].offsetNs()).isBetween(0L, PICTURE_NS - 1);
            AudioObservation audio = look.audio()[0];
            assertThat(audio.account().decoded()).isEqualTo(9600);
            assertThat(Objects.requireNonNull(audio.sound()).meanSquareSum()).isCloseTo(0.25, within(1e-6));
        }
    }

    @Test
    void givesTheSameLooksWhicheverDecoderIsFaster() {
        begin();
        sound(0, 84);
        for (int second = 0; second < 10; second++) {
            send(25 * second, 25 * second + 25);
            sound(Math.min(417, 42 * second + 84), Math.min(417, 42 * second + 126));
        }
        end();
        List<String> soundFirst = looks.stream().map(LookAssemblerTest::told).toList();
        LookAssemblerTest other = new LookAssemblerTest();
        other.begin();
        for (int second = 0; second < 10; second++) {
            other.send(25 * second, 25 * second + 25);
            other.sound(42 * second, Math.min(417, 42 * second + 42));
        }
        other.end();
        assertThat(other.looks.stream().map(LookAssemblerTest::told)).containsExactlyElementsOf(soundFirst);
    }

    @Test
    void picturesOfAFileAreWaitedForThoughItsSoundIsAMinuteAhead() {
        assertThat(emptyLooksBehindAMinuteOfSound())
                .as("in a stream, what is so late is missing")
                .isGreaterThan(100);
        looks.clear();
        assembler = new LookAssembler(Onlooker.NOBODY, LookAssembler.FILE_LATE_NS, Prints.NONE);
        assertThat(emptyLooksBehindAMinuteOfSound()).isZero();
    }

    private long emptyLooksBehindAMinuteOfSound() {
        begin();
        send(0, 25);
        sound(0, 2500);
        send(25, 1500);
        end();
        return looks.stream()
                .map(Look::video)
                .filter(Objects::nonNull)
                .filter(video -> video.pictures().length == 0)
                .count();
    }

    @Test
    void tellsWhatIsMissingAndGoesOnInTime() {
        begin();
        for (int second = 0; second < 10; second++) {
            // pictures of the third second do not come
            send(25 * second, second == 2 ? 25 * second : 25 * second + 25);
            sound(42 * second, Math.min(417, 42 * second + 42));
        }
        end();
        List<Look> gap = looks.subList(10, 15);
        for (Look look : gap) {
            VideoObservation video = Objects.requireNonNull(look.video());
            assertThat(video.account().state()).isEqualTo(TrackState.MISSING);
            assertThat(video.account().missingShare()).isEqualTo(1.0);
            assertThat(look.audio()[0].account().state()).isEqualTo(TrackState.DECODED);
        }
        assertThat(Objects.requireNonNull(looks.get(15).video()).pictures()).hasSize(5);
    }

    @Test
    void tellsThatNobodyLookedWhileTheDecoderWasStartedAnew() {
        begin();
        for (int second = 0; second < 10; second++) {
            if (second == 3) {
                assembler.restarted();
            }
            // all of the third second was lost with the process
            send(25 * second, second == 2 ? 25 * second : 25 * second + 25);
            sound(42 * second, second == 2 ? 42 * second : Math.min(417, 42 * second + 42));
        }
        end();
        for (Look look : looks.subList(11, 14)) {
            VideoObservation video = Objects.requireNonNull(look.video());
            assertThat(video.account().state()).isEqualTo(TrackState.NOT_WATCHED);
            assertThat(look.audio()[0].account().state()).isEqualTo(TrackState.NOT_WATCHED);
        }
        // a loss of the probe's own is held against nobody
        assertThat(looks.subList(0, 40)).allSatisfy(look -> {
            assertThat(Objects.requireNonNull(look.video()).account().missingShare())
                    .isZero();
            // a sample, where the steps of its time are rounded
            assertThat(look.audio()[0].account().missingShare()).isLessThan(2.0 / 9600);
        });
        assertThat(looks.get(20).restarts()).isOne();
    }

    @Test
    void goesOnWhereTheTimeOfTheStreamJumpsBack() {
        begin();
        // the sender begins anew after 5 s: the same time stamps once more
        for (int second = 0; second < 10; second++) {
            int of = second % 5;
            send(25 * of, 25 * of + 25);
            sound(42 * of, Math.min(208, 42 * of + 42));
        }
        end();
        assertThat(looks).hasSizeBetween(49, 50);
        long pictures = looks.stream()
                .mapToLong(look -> Objects.requireNonNull(look.video()).pictures().length)
                .sum();
        // all of them; the naive reading of the stamps would drop half, or lay them over each other
        assertThat(pictures).isEqualTo(250);
    }

    @Test
    void aTrackThatCountsByAnotherClockLiesBesideTheOthers() {
        begin();
        // a commentary, dated twenty hours ahead
        assembler.take(new Track(2, TrackKind.SOUND, 102, "mp2", "Oth", ""));
        for (int second = 0; second < 10; second++) {
            sound(2, 20 * 3600, 42 * second, Math.min(417, 42 * second + 42));
            send(25 * second, 25 * second + 25);
            sound(42 * second, Math.min(417, 42 * second + 42));
        }
        end();
        assertThat(looks).hasSizeBetween(50, 51);
        for (Look look : looks.subList(0, 45)) {
            // a sample of 9600 may be rounded into the next look
            assertThat(look.audio()).hasSize(2).allSatisfy(track -> assertThat(
                            track.account().missingShare())
                    .isLessThan(0.001));
            assertThat(Objects.requireNonNull(look.video()).pictures()).hasSize(5);
        }
    }

    @Test
    void namesWhatNobodyCanDecode() {
        assembler.take(new Track(0, TrackKind.PICTURE, 100, "avs2", "", "no decoder for avs2"));
        assembler.take(new Track(1, TrackKind.SOUND, 101, "mp2", "chi", ""));
        sound(0, 417);
        end();
        assertThat(looks).isNotEmpty().allSatisfy(look -> {
            assertThat(Objects.requireNonNull(look.video()).account().state()).isEqualTo(TrackState.UNSUPPORTED);
            assertThat(look.audio()[0].account().state()).isEqualTo(TrackState.DECODED);
        });
    }

    private static String told(Look look) {
        VideoObservation video = Objects.requireNonNull(look.video());
        return look.fromNs() + " " + Arrays.toString(video.pictures()) + video.account() + look.audio()[0].account()
                + Objects.requireNonNull(look.audio()[0].sound()).meanSquareSum();
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

    /** Pictures of one number to another, each of a brightness of its own. */
    private void send(int from, int until) {
        for (int p = from; p < until; p++) {
            byte[] luma = new byte[32 * 16];
            Arrays.fill(luma, (byte) (60 + p % 100));
            byte[] grey = new byte[16 * 8];
            Arrays.fill(grey, (byte) 128);
            assembler.take(
                    new Picture(0, BEGIN_NS + p * PICTURE_NS, FORMAT, 32, 16, luma, grey, grey, new byte[0], 0, 0));
            drain();
        }
    }

    /** Blocks of 24 ms at half of full scale. */
    private void sound(int from, int until) {
        sound(1, 0, from, until);
    }

    private void sound(int track, long aheadS, int from, int until) {
        for (int b = from; b < until; b++) {
            float[] samples = new float[2 * 1152];
            Arrays.fill(samples, 0.5f);
            long ptsNs = BEGIN_NS + 1_000_000_000L * aheadS + b * SOUND_NS;
            assembler.take(new Sound(track, ptsNs, RATE_HZ, 2, 0, samples));
            drain();
        }
    }
}
