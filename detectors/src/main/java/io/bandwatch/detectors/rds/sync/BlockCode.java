package io.bandwatch.detectors.rds.sync;

/**
 * The shortened cyclic code (26,16) of RDS, generator {@code x^10+x^8+x^7+x^5+x^4+x^3+1} (IEC 62106-2, annex on the
 * theory of the code). The remainder of a received block is its offset word plus the remainder of its errors. The code
 * could correct bursts of five bits; one differential symbol in error makes two, and every longer burst admitted makes
 * random blocks look right more often (51 of 1024 remainders are taken by bursts of up to two bits already).
 */
final class BlockCode {
    static final int BLOCK_BITS = 26;
    private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
    private static final int GENERATOR = 0x5B9;
    private static final int CHECK_BITS = 10;
    private static final int HALF = 13;
    private static final short[] HIGH = remainders(HALF);
    private static final short[] LOW = remainders(0);
    private static final int[] BURSTS = bursts();

    private BlockCode() {}

    static int shiftIn(int register, int bit) {
        return ((register << 1) | bit) & BLOCK_MASK;
    }

    /** The remainder of a block of 26 bits, first bit sent highest. */
    static int remainder(int block) {
        return HIGH[block >> HALF] ^ LOW[block & ((1 << HALF) - 1)];
    }

    /** The one burst of at most two bits that leaves this remainder, 0 if there is none. */
    static int burst(int remainder) {
        return BURSTS[remainder];
    }

    static int information(int block) {
        return block >> CHECK_BITS;
    }

    private static int divide(int block) {
        int register = block;
        for (int shift = BLOCK_BITS - 1; shift >= CHECK_BITS; shift--) {
            if (((register >> shift) & 1) == 1) {
                register ^= GENERATOR << (shift - CHECK_BITS);
            }
        }
        return register;
    }

    private static short[] remainders(int shift) {
        short[] table = new short[1 << HALF];
        for (int i = 0; i < table.length; i++) {
            table[i] = (short) divide(i << shift);
        }
        return table;
    }

    private static int[] bursts() {
        int[] table = new int[1 << CHECK_BITS];
        for (int at = 0; at < BLOCK_BITS; at++) {
            table[remainder(1 << at)] = 1 << at;
            if (at + 1 < BLOCK_BITS) {
                table[remainder(3 << at)] = 3 << at;
            }
        }
        return table;
    }
}
