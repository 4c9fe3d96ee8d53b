package io.bandwatch.ingest.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.ingest.programme.LookAssembler.Look;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where sound is decoded in stretches, nothing is said of what lies between. */
class SampledSoundTest {
    private static final int RATE_HZ = 48_000;
    private static final int PIECE = 1152;
    private static final long PIECE_NS = 24_000_000;
    private static final double AMPLITUDE = 0.1;

    private final LookAssembler assembler = new LookAssembler();
    private final List<Look> looks = new ArrayList<>();

    /** 3.36 s, 8.64 s left out, 3.36 s; the second stretch lacks the 120 ms in which its decoder settles. */
    private void hear() {
        assembler.take(new Track(0, TrackKind.SOUND, 101, "mp2", "chi", ""));
        pieces(0, 140, false);
        pieces(505, 640, true);
        assembler.end();
        drain();
    }

    @Test
    void whatWasLeftOutIsNotMissing() {
        hear();

        assertThat(looks).hasSize(77);
        assertThat(looks).allSatisfy(look -> assertThat(track(look).account().missingShare())
                .isZero());
        assertThat(looks.subList(0, 16))
                .allSatisfy(look -> assertThat(state(look)).isEqualTo(TrackState.DECODED));
        assertThat(looks.subList(17, 60)).allSatisfy(look -> {
            assertThat(state(look)).isEqualTo(TrackState.SAMPLED);
            assertThat(track(look).sound()).isNull();
        });
        assertThat(looks.subList(61, 76))
                .allSatisfy(look -> assertThat(state(look)).isEqualTo(TrackState.DECODED));
    }

    @Test
    void lossIsStillFoundWithinAStretch() {
        assembler.take(new Track(0, TrackKind.SOUND, 101, "mp2", "chi", ""));
        pieces(0, 50, false);
        pieces(60, 140, false);
        pieces(505, 640, true);
        assembler.end();
        drain();

        long missing = looks.stream()
                .mapToLong(look ->
                        track(look).account().expected() - track(look).account().decoded())
                .sum();
        assertThat(missing).isEqualTo(10L * PIECE);
    }

    @Test
    void eachStretchIsAsLoudAsIfItWereHeardAlone() {
        hear();

        for (Look look : List.of(looks.get(5), looks.get(65))) {
            AudioMeasurement sound = Objects.requireNonNull(track(look).sound());
            // a sine of 997 Hz on both channels: BS.1770-4 has no weight there but its calibration, 0.1 dB
            assertThat(AudioMeasurement.loudness(sound.weightedMeanSquare()[5]))
                    .isCloseTo(20 * Math.log10(AMPLITUDE), within(0.1));
        }
    }

    @Test
    void aTrackThatStopsIsMissingAndNotLeftOut() {
        assembler.take(new Track(0, TrackKind.SOUND, 101, "mp2", "chi", ""));
        assembler.take(new Track(1, TrackKind.SOUND, 102, "mp2", "chi", ""));
        pieces(0, 140, false);
        for (int piece = 0; piece < 1500; piece++) {
            assembler.take(sound(1, piece, false));
            drain();
        }
        assembler.end();
        drain();

        assertThat(looks.subList(18, 100))
                .allSatisfy(look -> assertThat(state(look)).isEqualTo(TrackState.MISSING));
    }

    private static AudioObservation track(Look look) {
        return look.audio()[0];
    }

    private static TrackState state(Look look) {
        return track(look).account().state();
    }

    private void pieces(int from, int until, boolean afterLeftOut) {
        for (int piece = from; piece < until; piece++) {
            assembler.take(sound(0, piece, afterLeftOut && piece == from));
            drain();
        }
    }

    private static Sound sound(int track, int piece, boolean afterLeftOut) {
        float[] samples = new float[2 * PIECE];
        for (int i = 0; i < PIECE; i++) {
            double turn = 2 * Math.PI * 997 * ((double) piece * PIECE + i) / RATE_HZ;
            samples[2 * i] = (float) (AMPLITUDE * Math.sin(turn));
            samples[2 * i + 1] = samples[2 * i];
        }
        return new Sound(track, piece * PIECE_NS, RATE_HZ, 2, 0, samples, afterLeftOut);
    }

    private void drain() {
        for (Optional<Look> look = assembler.next(); look.isPresent(); look = assembler.next()) {
            looks.add(look.get());
        }
    }
}
