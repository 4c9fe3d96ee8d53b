package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.Arrays;

/** Collects the words of one shard. */
final class BatchWriter {
    private static final int FEW = 16;

    private int[] words = new int[FEW];
    private long[] steps = new long[FEW];
    private int kept;
    private int[] asked = new int[FEW];
    private long[] askedSteps = new long[FEW];
    private int looked;

    void keep(int word, long step) {
        if (kept == words.length) {
            words = Arrays.copyOf(words, 2 * kept);
            steps = Arrays.copyOf(steps, 2 * kept);
        }
        words[kept] = word;
        steps[kept++] = step;
    }

    void ask(int word, long step) {
        if (looked == asked.length) {
            asked = Arrays.copyOf(asked, 2 * looked);
            askedSteps = Arrays.copyOf(askedSteps, 2 * looked);
        }
        asked[looked] = word;
        askedSteps[looked++] = step;
    }

    boolean isEmpty() {
        return kept == 0 && looked == 0;
    }

    IndexBatch batch(int shard, Subject subject, Instant time) {
        return new IndexBatch(
                shard,
                subject,
                time,
                Arrays.copyOf(words, kept),
                Arrays.copyOf(steps, kept),
                Arrays.copyOf(asked, looked),
                Arrays.copyOf(askedSteps, looked));
    }
}
