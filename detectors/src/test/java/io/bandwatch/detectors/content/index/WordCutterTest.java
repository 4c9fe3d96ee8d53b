package io.bandwatch.detectors.content.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCutterTest {
    private static final Subject AIR = Subject.service("air", 1);
    private static final Instant START = Instant.parse("2026-05-01T00:00:02Z");
    private static final long FIRST = PrintLine.step(START);
    private static final int BANDS = 16;
    private static final int SHARDS = 7;

    private final Spectrogram sound = Spectrogram.of(60, 1);

    @Test
    void theWordsOfAProgrammeAreTheSameHoweverItsLooksAreCut() {
        NavigableMap<Long, Integer> kept = kept(cuts(sound.levels(), 10));

        assertThat(kept(cuts(sound.levels(), 12))).isEqualTo(kept);
        // one word each tenth of a second, but where few bits are sure, and at both ends
        assertThat(kept.size()).isBetween(550, 600);
        kept.forEach(
                (step, word) -> assertThat(word).isEqualTo((int) SoundWord.of(sound.levels(), (int) (step - FIRST))));
    }

    @Test
    void eachMomentIsAskedForAsItIsAndWithItsLeastSureBitsTurnedOver() {
        List<IndexCut> cuts = cuts(sound.levels(), 10);

        long[] steps = cuts.stream()
                .flatMap(cut -> Arrays.stream(cut.batches()))
                .flatMapToLong(batch -> LongStream.of(batch.askedSteps()))
                .sorted()
                .toArray();

        for (int i = 0; i < steps.length; i += 8) {
            assertThat(LongStream.of(steps).skip(i).limit(8).distinct().count()).isEqualTo(1);
        }
        assertThat(steps.length).isBetween(8 * 50 * 55, 8 * 50 * 60);
    }

    @Test
    void aWordIsInTheSameShardWhenItIsKeptAndWhenItIsAskedFor() {
        for (IndexCut cut : cuts(sound.levels(), 10)) {
            for (IndexBatch batch : cut.batches()) {
                for (int i = 0; i < batch.words().length; i++) {
                    int word = batch.words()[i];
                    assertThat(Arrays.stream(batch.asked()).anyMatch(asked -> asked == word))
                            .isTrue();
                }
            }
        }
    }

    /** Counting the steps of each look by its own time, as the first rule here did, keeps a fifth of the words. */
    @ParameterizedTest
    @CsvSource({"0, 6, 0", "10, 0, 0", "10, 3, 0", "10, 5, 0", "0, 12, 0", "5, 3, 200"})
    void aProgrammeWhoseTimesAreOffByMillisecondsIsNotCutToPieces(double offMs, double jitterMs, double ppm) {
        Random random = new Random(1);
        WordCutter cutter = new WordCutter(SHARDS);
        List<IndexCut> cuts = new ArrayList<>();
        CutterState state = cutter.initial();
        byte[] levels = sound.levels();
        int looks = levels.length / (10 * BANDS);
        for (int look = 0; look <= looks; look++) {
            boolean ended = look == looks;
            byte[] heard = ended ? new byte[0] : Arrays.copyOfRange(levels, look * 160, look * 160 + 160);
            double ms = look * 200 * (1 + ppm / 1e6) + offMs + jitterMs * (2 * random.nextDouble() - 1);
            ContentLook one = new ContentLook(
                    AIR,
                    ContentLook.Role.ON_AIR,
                    ended ? FrameKind.ENDED : FrameKind.MEASURED,
                    START.plusNanos(Math.round(ms * 1e6)),
                    ended ? 0 : 200_000_000,
                    heard);
            Step<CutterState, IndexCut> step = cutter.onObservation(state, one);
            state = step.next();
            cuts.addAll(step.findings());
        }

        NavigableMap<Long, Integer> kept = kept(cuts);
        assertThat(kept.size()).isBetween(550, 600);
        // half a step where times begin, and 200 ppm of a minute: a step that is left out or comes twice spoils the
        // words around it
        long asHeard = kept.entrySet().stream()
                .filter(one -> isNear(one.getValue(), (int) (one.getKey() - FIRST)))
                .count();
        assertThat(asHeard).isGreaterThan((long) (0.98 * kept.size()));
        assertThat(cuts.stream().mapToInt(cut -> cut.levels().length / BANDS).sum())
                .isBetween(2998, 3002);
    }

    /** Whether it is the word of a step, or of one beside it. */
    private boolean isNear(int word, int step) {
        return IntStream.rangeClosed(step - 1, step + 1).anyMatch(at -> word == (int) SoundWord.of(sound.levels(), at));
    }

    @Test
    void silenceHasNoWordsAndAGapIsNotBridged() {
        assertThat(kept(cuts(new byte[BANDS * 1000], 10))).isEmpty();

        byte[] levels = sound.levels();
        List<IndexCut> cuts = new ArrayList<>();
        WordCutter cutter = new WordCutter(SHARDS);
        CutterState state = cutter.initial();
        for (int look = 0; look < 40; look++) {
            byte[] heard = look == 20 ? new byte[0] : Arrays.copyOfRange(levels, look * 160, look * 160 + 160);
            Step<CutterState, IndexCut> step = cutter.onObservation(state, look(look * 10L, heard, 10, false));
            state = step.next();
            cuts.addAll(step.findings());
        }
        cuts.addAll(cutter.onObservation(state, look(400, new byte[0], 0, true)).findings());

        NavigableMap<Long, Integer> kept = kept(cuts);
        assertThat(kept.subMap(FIRST + 190, FIRST + 222)).isEmpty();
        assertThat(kept.headMap(FIRST + 190)).isNotEmpty();
        assertThat(kept.tailMap(FIRST + 222)).isNotEmpty();
        assertThat(cuts.stream().mapToInt(cut -> cut.levels().length / BANDS).sum())
                .isEqualTo(390);
        assertThat(cuts).extracting(IndexCut::ended).endsWith(true).containsOnlyOnce(true);
    }

    private static List<IndexCut> cuts(byte[] levels, int lookSteps) {
        WordCutter cutter = new WordCutter(SHARDS);
        List<IndexCut> cuts = new ArrayList<>();
        CutterState state = cutter.initial();
        int steps = levels.length / BANDS;
        int at = 0;
        for (; at + lookSteps <= steps; at += lookSteps) {
            byte[] heard = Arrays.copyOfRange(levels, at * BANDS, (at + lookSteps) * BANDS);
            Step<CutterState, IndexCut> step = cutter.onObservation(state, look(at, heard, lookSteps, false));
            state = step.next();
            cuts.addAll(step.findings());
        }
        cuts.addAll(cutter.onObservation(state, look(at, new byte[0], 0, true)).findings());
        return cuts;
    }

    private static ContentLook look(long step, byte[] levels, int steps, boolean ended) {
        return new ContentLook(
                AIR,
                ContentLook.Role.ON_AIR,
                ended ? FrameKind.ENDED : FrameKind.MEASURED,
                START.plusNanos(step * PrintLine.STEP_NS),
                steps * PrintLine.STEP_NS,
                levels);
    }

    private static NavigableMap<Long, Integer> kept(List<IndexCut> cuts) {
        NavigableMap<Long, Integer> kept = new TreeMap<>();
        for (IndexCut cut : cuts) {
            for (IndexBatch batch : cut.batches()) {
                for (int i = 0; i < batch.words().length; i++) {
                    assertThat(kept.put(batch.steps()[i], batch.words()[i])).isNull();
                }
            }
        }
        return kept;
    }
}
