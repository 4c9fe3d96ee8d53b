package io.bandwatch.detectors.rds.sync;

/**
 * A group, perhaps with holes.
 *
 * @param slot number of the group's place in the stream; places that were not received are counted
 * @param timeNs centre of the group's last bit, ns since 1970
 * @param words information of blocks A to D, 16 bits each; meaningless where lost
 * @param qualities how each block came, see {@link #LOST}, {@link #CORRECTED}, {@link #EXACT}
 */
public record Group(long slot, long timeNs, int[] words, byte[] qualities) {
    /** The block was not received, or with more errors than can be corrected. */
    public static final byte LOST = 0;
    /** A burst of one or two bits was corrected; wrong in some percent of badly damaged blocks. */
    public static final byte CORRECTED = 1;
    /** The block came without detectable error. */
    public static final byte EXACT = 2;

    public static final int A = 0;
    public static final int B = 1;
    public static final int C = 2;
    public static final int D = 3;

    /** A group as a list of words gives it, all blocks without error. */
    public static Group exact(long slot, long timeNs, int... words) {
        return new Group(slot, timeNs, words, new byte[] {EXACT, EXACT, EXACT, EXACT});
    }

    public boolean has(int block) {
        return qualities[block] != LOST;
    }

    public boolean isExact(int block) {
        return qualities[block] == EXACT;
    }

    /** Whether nothing at all had to be corrected or is missing. */
    public boolean isExact() {
        return isExact(A) && isExact(B) && isExact(C) && isExact(D);
    }

    public int word(int block) {
        return words[block];
    }

    /** Group type 0..15; needs block B. */
    public int type() {
        return words[B] >> 12;
    }

    /** Version B of the type, which repeats the PI in block C; needs block B. */
    public boolean isVersionB() {
        return (words[B] & 0x0800) != 0;
    }

    /** Type and version as five bits, as application announcements write it (IEC 62106-2, group 3A). */
    public int code() {
        return words[B] >> 11;
    }

    /** The five lowest bits of block B, which each type uses for itself. */
    public int tail() {
        return words[B] & 0x1F;
    }
}
