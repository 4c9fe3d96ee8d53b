package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.content.SoundWord;
import java.io.Serializable;

/**
 * Where words are: a table of positions by the hash of the word's bits, with a filter before it that tells of nearly all
 * other words that they are nowhere. What it costs to ask depends little on how much is in it: the filter is one look into
 * memory, and a word of 32 bits is nowhere by chance for as long as there are not thousands of hours.
 *
 * <p>Two kinds of words are not in it: those with few sure bits, which steady tones have, since they will not come back as
 * they were; and those that are in it too often, since they tell nothing.
 */
final class WordIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many bits of a word must be sure. */
    private static final int LEAST_SURE = 16;

    /** More of the same hash than this are too many. */
    private static final int MOST = 64;

    /** Bits of the filter for each word, at least half as many. */
    private static final int FILTER_BITS = 16;

    /** Multiplier of a multiplicative hash: 2 to the 64th by the golden ratio (D. E. Knuth, TAOCP 3, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int tableShift;
    private final int filterShift;
    private final long[] filter;
    private final int[] starts;
    private final int[] positions;

    /** @param words of which each is at its place in the array */
    WordIndex(long[] words) {
        int count = 0;
        for (long word : words) {
            count += isIn(word) ? 1 : 0;
        }
        int tableBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(count));
        int filterBits = Math.max(6, 31 - Integer.numberOfLeadingZeros(Math.max(1, count)) + bits(FILTER_BITS));
        this.tableShift = Long.SIZE - tableBits;
        this.filterShift = Long.SIZE - filterBits;
        this.filter = new long[1 << (filterBits - 6)];
        this.starts = new int[(1 << tableBits) + 1];
        for (long word : words) {
            if (isIn(word)) {
                starts[place(word) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + (starts[i] > MOST ? 0 : starts[i]);
        }
        this.positions = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int i = 0; i < words.length; i++) {
            int place = place(words[i]);
            if (isIn(words[i]) && next[place] < starts[place + 1]) {
                positions[next[place]++] = i;
                long at = ((int) words[i] * GOLDEN) >>> filterShift;
                filter[(int) (at >>> 6)] |= 1L << at;
            }
        }
    }

    private static int bits(int power) {
        return Integer.numberOfTrailingZeros(power);
    }

    private static boolean isIn(long word) {
        return SoundWord.sure(word) >= LEAST_SURE;
    }

    private int place(long word) {
        return (int) (((int) word * GOLDEN) >>> tableShift);
    }

    /** Whether a word may be somewhere: wrong for one in a dozen that is not. */
    boolean mayHold(int word) {
        long at = (word * GOLDEN) >>> filterShift;
        return (filter[(int) (at >>> 6)] & (1L << at)) != 0;
    }

    /** First place in the table of words with the same hash. */
    int first(int word) {
        return starts[place(word)];
    }

    /** Behind the last one. */
    int behind(int word) {
        return starts[place(word) + 1];
    }

    /** Where the word at a place of the table is. */
    int position(int at) {
        return positions[at];
    }

    /** What it takes up, bytes. */
    long bytes() {
        return 8L * filter.length + 4L * starts.length + 4L * positions.length;
    }
}
