package io.bandwatch.detectors.content.index;

import java.util.Arrays;

/**
 * Words of one period in rising order, with where each was heard. Never changes. Entries that stand at the same places of the
 * arrays belong together: 12 bytes a word.
 *
 * @param period number of the period since 1970 in which they were complete
 * @param words in rising order
 * @param programmes number of the programme of each
 * @param steps of each, counted from the begin of the period; below 0 where it began seconds before
 */
public record IndexSegment(long period, int[] words, int[] programmes, int[] steps) {
    /** What an entry takes up, bytes. */
    public static final int ENTRY_BYTES = 12;

    /** What was kept of a batch. */
    static IndexSegment of(long period, int programme, int[] words, int[] steps) {
        int count = words.length;
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) words[i] << Integer.SIZE | i;
        }
        Arrays.sort(order);
        int[] sorted = new int[count];
        int[] programmes = new int[count];
        int[] at = new int[count];
        for (int i = 0; i < count; i++) {
            int from = (int) order[i];
            sorted[i] = words[from];
            programmes[i] = programme;
            at[i] = steps[from];
        }
        return new IndexSegment(period, sorted, programmes, at);
    }

    int size() {
        return words.length;
    }

    /** Both together; of the same word, the earlier one's entries come first. */
    IndexSegment merged(IndexSegment later) {
        int count = words.length + later.words.length;
        int[] allWords = new int[count];
        int[] allProgrammes = new int[count];
        int[] allSteps = new int[count];
        int i = 0;
        int k = 0;
        for (int at = 0; at < count; at++) {
            boolean mine = k == later.words.length || (i < words.length && words[i] <= later.words[k]);
            IndexSegment from = mine ? this : later;
            int entry = mine ? i++ : k++;
            allWords[at] = from.words[entry];
            allProgrammes[at] = from.programmes[entry];
            allSteps[at] = from.steps[entry];
        }
        return new IndexSegment(period, allWords, allProgrammes, allSteps);
    }

    /** The first entry whose word is not smaller; {@link #size} where none is. */
    int first(int word) {
        int low = 0;
        int high = words.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words[middle] < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
