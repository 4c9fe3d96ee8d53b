package io.bandwatch.dsp.video;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Means of blocks of two rows of codes. A word holds eight codes, and sums of them as four lanes of 16 bits; each step goes over
 * a whole row with words alone, which is what the compiler turns into vector instructions. Not thread-safe; allocates only when
 * rows become longer.
 */
final class RowPair {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
    private static final long TWOS = 0x0002_0002_0002_0002L;
    private static final long PAIRS = 0x0000_FFFF_0000_FFFFL;
    private static final long FOURS = 0x0000_0004_0000_0004L;
    private static final long CODES = 0x0000_00FF_0000_00FFL;
    private static final int SUM = 0xFFFF;

    private final int factor;
    private long[] upper = new long[0];
    private long[] lower = new long[0];
    private long[] sums = new long[0];

    /**
     * @param factor columns of a block, a power of two
     */
    RowPair(int factor) {
        this.factor = factor;
    }

    /** Makes room for so many words a row. */
    void prepare(int words) {
        if (upper.length < words) {
            upper = new long[words];
            lower = new long[words];
            sums = new long[words];
        }
    }

    /** Where the words of the upper row go. */
    long[] upper() {
        return upper;
    }

    /** Where those of the lower row go. */
    long[] lower() {
        return lower;
    }

    /** Writes the means of the blocks of so many words. Returns how many blocks. */
    int means(int words, byte[] small, int to) {
        add(upper, lower, sums, words);
        if (factor == 2) {
            quarters(sums, words);
            for (int i = 0; i < words; i++) {
                INTS.set(small, to + 4 * i, (int) sums[i]);
            }
        } else if (factor == 4) {
            halves(sums, words);
            for (int i = 0; i < words; i++) {
                SHORTS.set(small, to + 2 * i, (short) sums[i]);
            }
        } else {
            wholes(sums, words);
            blocks(words, small, to);
        }
        return words * Long.BYTES / factor;
    }

    /** Pairs of columns, of both rows. */
    private static void add(long[] upper, long[] lower, long[] sums, int words) {
        for (int i = 0; i < words; i++) {
            long a = upper[i];
            long b = lower[i];
            sums[i] = (a & EVEN) + (b & EVEN) + ((a >>> 8) & EVEN) + ((b >>> 8) & EVEN);
        }
    }

    /** Means of the lanes, as four codes. */
    private static void quarters(long[] sums, int words) {
        for (int i = 0; i < words; i++) {
            long means = ((sums[i] + TWOS) >>> 2) & EVEN;
            long pairs = (means | (means >>> 8)) & PAIRS;
            sums[i] = pairs | (pairs >>> 16);
        }
    }

    /** Means of pairs of lanes, as two codes. */
    private static void halves(long[] sums, int words) {
        for (int i = 0; i < words; i++) {
            long pairs = (sums[i] & PAIRS) + ((sums[i] >>> 16) & PAIRS);
            long means = ((pairs + FOURS) >>> 3) & CODES;
            sums[i] = means | (means >>> 24);
        }
    }

    /** Sums of all lanes, in the lowest. */
    private static void wholes(long[] sums, int words) {
        for (int i = 0; i < words; i++) {
            long pairs = sums[i] + (sums[i] >>> 16);
            sums[i] = pairs + (pairs >>> 32);
        }
    }

    /** Means of as many words as belong to a block. */
    private void blocks(int words, byte[] small, int to) {
        for (int each = factor / Long.BYTES; each > 1; each /= 2) {
            words /= 2;
            for (int i = 0; i < words; i++) {
                sums[i] = sums[2 * i] + sums[2 * i + 1];
            }
        }
        int shift = Integer.numberOfTrailingZeros(factor) + 1;
        for (int i = 0; i < words; i++) {
            small[to + i] = (byte) ((((int) sums[i] & SUM) + factor) >>> shift);
        }
    }
}
