package io.bandwatch.dsp.video;

import java.util.Arrays;

/**
 * Sums over many codes, a word of eight beside the next: each step goes over a span of words with words alone, which is what the
 * compiler turns into vector instructions. Not thread-safe; allocates nothing after construction.
 */
final class Lanes {
    private static final int SPAN = 128;
    private static final long PAIRS = 0x0000_ffff_0000_ffffL;
    private static final long PAIR = 0xffff_ffffL;

    private final long[] words = new long[SPAN];
    private final long[] others = new long[SPAN];
    private final long[] sums = new long[SPAN];
    private final long[] counts = new long[SPAN];
    private long sum;
    private long count;

    /** Sum of the magnitudes of the differences of so many codes. */
    long differences(byte[] codes, int from, byte[] otherCodes, int otherFrom, int codeCount) {
        sum = 0;
        int whole = codeCount / Codes.WORD;
        for (int done = 0, spans = 0; done < whole; done += SPAN, spans++) {
            int length = Math.min(SPAN, whole - done);
            read(codes, from + done * Codes.WORD, words, length);
            read(otherCodes, otherFrom + done * Codes.WORD, others, length);
            empty(spans);
            addDifferences(length);
        }
        total();
        for (int i = whole * Codes.WORD; i < codeCount; i++) {
            sum += Math.abs((codes[from + i] & 0xff) - (otherCodes[otherFrom + i] & 0xff));
        }
        return sum;
    }

    /** Adds up so many codes, and counts those no higher than a limit. */
    void measure(byte[] codes, int from, int codeCount, int limit) {
        sum = 0;
        count = 0;
        int whole = codeCount / Codes.WORD;
        for (int done = 0, spans = 0; done < whole; done += SPAN, spans++) {
            int length = Math.min(SPAN, whole - done);
            read(codes, from + done * Codes.WORD, words, length);
            empty(spans);
            addCodes(length, limit);
        }
        total();
        for (int i = from + whole * Codes.WORD; i < from + codeCount; i++) {
            int code = codes[i] & 0xff;
            sum += code;
            count += code <= limit ? 1 : 0;
        }
    }

    /** The sum of the codes last measured. */
    long sum() {
        return sum;
    }

    /** How many of them were no higher than the limit. */
    long count() {
        return count;
    }

    private static void read(byte[] codes, int from, long[] into, int length) {
        for (int i = 0; i < length; i++) {
            into[i] = Codes.word(codes, from + i * Codes.WORD);
        }
    }

    private void addDifferences(int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += Codes.differences(words[i], others[i]);
        }
    }

    private void addCodes(int length, int limit) {
        long limits = Codes.limits(limit);
        for (int i = 0; i < length; i++) {
            sums[i] += Codes.sums(words[i]);
            counts[i] += Codes.upTo(words[i], limits);
        }
    }

    /** Before the lanes can run over. */
    private void empty(int spans) {
        if (spans > 0 && spans % Codes.RUN == 0) {
            total();
        }
    }

    private void total() {
        sum += emptied(sums);
        count += emptied(counts);
    }

    /** Lanes of 16 bits are added in pairs, which a whole span cannot make run over. */
    private static long emptied(long[] lanes) {
        long both = 0;
        for (int i = 0; i < SPAN; i++) {
            both += (lanes[i] & PAIRS) + (lanes[i] >>> 16 & PAIRS);
        }
        Arrays.fill(lanes, 0);
        return (both & PAIR) + (both >>> 32);
    }
}
