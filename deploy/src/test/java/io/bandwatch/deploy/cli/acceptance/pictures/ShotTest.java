package io.bandwatch.deploy.cli.acceptance.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotTest {
    private static final List<Path> CLIPS = List.of(Path.of("film.mp4"), Path.of("street.mp4"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noShotShowsWhatTheOtherProgrammeShowsAtTheSameTime(int clips) {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Shot> shots = Shot.any(CLIPS.subList(0, clips), List.of(), random);
            List<Shot> foreign = Shot.any(CLIPS.subList(0, clips), shots, random);

            assertThat(seconds(shots, foreign)).isZero();
        }
    }

    @Test
    void programmesOfTheSameClipsShowTheSameNowAndThenUnlessItIsSeenTo() {
        SplittableRandom random = new SplittableRandom(1);
        double same = 0;
        for (int pair = 0; pair < 50; pair++) {
            same += seconds(Shot.any(CLIPS, List.of(), random), Shot.any(CLIPS, List.of(), random));
        }

        // four of five shots are of clips: 0.64 / 2 / 2 are the same clip the same way round, 0.04 / 3 / 2 the same
        // made-up kind
        assertThat(same / (50 * Broadcast.SECONDS)).isBetween(0.14, 0.22);
    }

    @Test
    void shotsFollowEachOtherUntilTheProgrammeIsFull() {
        List<Shot> shots = Shot.any(CLIPS, List.of(), new SplittableRandom(3));

        for (int i = 1; i < shots.size(); i++) {
            assertThat(shots.get(i).fromS()).isEqualTo(shots.get(i - 1).toS());
        }
        assertThat(shots)
                .allSatisfy(shot -> assertThat(shot.toS() - shot.fromS()).isBetween(1.99, 6.0));
        assertThat(shots.get(shots.size() - 1).fromS()).isLessThan(Broadcast.SECONDS);
        assertThat(shots.get(shots.size() - 1).toS()).isGreaterThanOrEqualTo(Broadcast.SECONDS);
    }

    /** Time in which two programmes show the same source the same way round, s. */
    private static double seconds(List<Shot> one, List<Shot> other) {
        double sum = 0;
        for (Shot shot : one) {
            for (Shot there : other) {
                boolean same = shot.source().equals(there.source()) && shot.mirrored() == there.mirrored();
                double common = Math.min(shot.toS(), there.toS()) - Math.max(shot.fromS(), there.fromS());
                sum += same ? Math.max(0, common) : 0;
            }
        }
        return sum;
    }
}
