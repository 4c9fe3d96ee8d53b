package io.bandwatch.signal.av;

/**
 * The print of a picture, {@value #LONGS} numbers: of two neighbouring parts of it, which is the brighter? The first number
 * asks it of parts side by side, row by row from the left above, and holds {@value #BITS} bits; the second of parts one above
 * the other. The third and the fourth tell which of those bits are sure. Of a picture that is flat no bit is.
 */
public final class PicturePrint {
    /** Numbers that a print takes. */
    public static final int LONGS = 4;

    /** Bits of each of them that are used. */
    public static final int BITS = 56;

    /** Time from one print to the next, ns. Each is of the picture that is shown in the middle between. */
    public static final long STEP_NS = 100_000_000;

    private PicturePrint() {}

    /**
     * Bits that are sure in two prints.
     *
     * @param one prints, of which one begins at {@code at}
     * @param other prints, of which one begins at {@code there}
     */
    public static int compared(long[] one, int at, long[] other, int there) {
        return Long.bitCount(one[at + 2] & other[there + 2]) + Long.bitCount(one[at + 3] & other[there + 3]);
    }

    /** How many of the bits that are sure in both differ. */
    public static int wrong(long[] one, int at, long[] other, int there) {
        return Long.bitCount((one[at] ^ other[there]) & one[at + 2] & other[there + 2])
                + Long.bitCount((one[at + 1] ^ other[there + 1]) & one[at + 3] & other[there + 3]);
    }
}
