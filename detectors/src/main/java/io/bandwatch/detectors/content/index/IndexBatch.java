package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * Some seconds of a programme as one shard of the index gets them: the words that it is to keep, and those that it is asked
 * for. Words and their steps stand at the same places of their arrays.
 *
 * @param shard which one, from 0 on
 * @param subject whose words they are
 * @param time when they were complete
 * @param words to be kept: the lower half of a {@link io.bandwatch.detectors.content.SoundWord}
 * @param steps of them, since 1970
 * @param asked words that are looked up
 * @param askedSteps steps of them, since 1970
 */
public record IndexBatch(
        int shard, Subject subject, Instant time, int[] words, long[] steps, int[] asked, long[] askedSteps) {}
