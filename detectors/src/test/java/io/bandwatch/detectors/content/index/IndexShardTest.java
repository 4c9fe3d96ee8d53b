package io.bandwatch.detectors.content.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexShardTest {
    private static final Subject ONE = Subject.service("one", 1);
    private static final Subject OTHER = Subject.service("other", 1);
    private static final long NOON = PrintLine.step(Instant.parse("2026-05-01T12:00:00Z"));
    private static final long HOUR = 3600 * 50;

    private final IndexShard shard = new IndexShard(Duration.ofHours(2));
    private ShardState state = shard.initial();

    @Test
    void aWordIsFoundInWhicheverProgrammeItWas() {
        keep(ONE, NOON, 7);
        keep(OTHER, NOON + 10, 7, 8);

        IndexHits hits = ask(ONE, NOON + 2000, 7).get(0);

        assertThat(hits.others()).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(hits.otherSteps()).containsExactlyInAnyOrder(NOON, NOON + 10);
        assertThat(hits.steps()).containsOnly(NOON + 2000);
    }

    @Test
    void wordsWithTheHighestBitAreFoundAsWell() {
        keep(ONE, NOON, Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE);

        for (int word : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE}) {
            assertThat(ask(OTHER, NOON + 2000, word)).hasSize(1);
        }
        assertThat(ask(OTHER, NOON + 2000, -2)).isEmpty();
    }

    @Test
    void aProgrammeDoesNotRepeatItselfWithinSeconds() {
        keep(ONE, NOON, 7);

        assertThat(ask(ONE, NOON + IndexShard.LEAST_LAG - 1, 7)).isEmpty();
        assertThat(ask(ONE, NOON + IndexShard.LEAST_LAG, 7)).hasSize(1);
        assertThat(ask(OTHER, NOON, 7)).hasSize(1);
    }

    @Test
    void ofAWordThatIsThereTooOftenTheLatestAreTold() {
        for (int i = 0; i < 100; i++) {
            keep(ONE, NOON + i * 1000L, 7);
        }

        long[] told = ask(OTHER, NOON + 200_000, 7).get(0).otherSteps();

        assertThat(told).hasSizeLessThan(100).contains(NOON + 99_000).doesNotContain(NOON);
    }

    @Test
    void whatIsTwoHoursOldAndMoreIsForgottenAndTheRestIsNot() {
        keep(ONE, NOON, 7);
        keep(ONE, NOON + 2 * HOUR, 8);
        assertThat(ask(OTHER, NOON + 2 * HOUR, 7)).hasSize(1);

        keep(ONE, NOON + 3 * HOUR, 9);

        assertThat(ask(OTHER, NOON + 3 * HOUR, 7)).isEmpty();
        assertThat(ask(OTHER, NOON + 3 * HOUR, 8)).hasSize(1);
    }

    @Test
    void itTakesTwelveBytesAWordInFewArrays() {
        for (int i = 0; i < 3000; i++) {
            keep(ONE, NOON + i * 50L, i * 31);
        }

        assertThat(state.bytes()).isEqualTo(3000 * 12);
        // each is more than twice as long as the one behind it
        assertThat(state.segments()).hasSizeLessThan(12);
        for (int i = 0; i < 3000; i++) {
            assertThat(ask(OTHER, NOON + HOUR, i * 31)).hasSize(1);
        }
    }

    /** By the time of its first word a batch would come behind those of the next period, which would never be one array. */
    @Test
    void aPeriodThatIsOverIsOneArrayThoughBatchesBeginBeforeIt() {
        for (long end = NOON + 250; end <= NOON + 2 * HOUR + 250; end += HOUR / 2) {
            for (int programme = 0; programme < 10; programme++) {
                long[] steps = {end - (programme % 2 == 0 ? 258 : 100)};
                step(new IndexBatch(
                        0,
                        Subject.service("one", programme),
                        PrintLine.time(end),
                        new int[] {(int) steps[0]},
                        steps,
                        new int[0],
                        new long[0]));
            }
        }

        // four that are over, and of ten batches two or three
        assertThat(state.segments()).hasSizeLessThan(8);
        assertThat(ask(OTHER, NOON + 2 * HOUR, (int) (NOON - 8)).get(0).otherSteps())
                .containsOnly(NOON - 8);
    }

    private void keep(Subject subject, long step, int... words) {
        long[] steps = new long[words.length];
        Arrays.fill(steps, step);
        step(new IndexBatch(0, subject, PrintLine.time(step), words, steps, new int[0], new long[0]));
    }

    private List<IndexHits> ask(Subject subject, long step, int word) {
        return step(new IndexBatch(
                0, subject, PrintLine.time(step), new int[0], new long[0], new int[] {word}, new long[] {step}));
    }

    private List<IndexHits> step(IndexBatch batch) {
        Step<ShardState, IndexHits> step = shard.onObservation(state, batch);
        state = step.next();
        return step.findings();
    }
}
