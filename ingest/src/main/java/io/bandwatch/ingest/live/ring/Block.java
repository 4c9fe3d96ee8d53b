package io.bandwatch.ingest.live.ring;

import java.util.Arrays;

/**
 * Bytes in the order in which they came, in pieces that came together, each with its time. Belongs to one thread at a time:
 * the receiver's, then the measuring one's.
 */
public final class Block {
    /** Room for bytes. At 40 Mbit/s, 13 ms. */
    static final int BYTES = 1 << 16;

    private static final int PIECES = 384;

    private final byte[] bytes = new byte[BYTES];
    private final int[] ends = new int[PIECES];
    private final long[] arrivalsNs = new long[PIECES];
    private int pieces;
    private boolean anew;
    private long position;
    private long centerHz;

    void clear() {
        pieces = 0;
        anew = false;
    }

    void begin(long newPosition, long newCenterHz) {
        position = newPosition;
        centerHz = newCenterHz;
    }

    /** Whether a piece of this length goes in. */
    boolean fits(int length) {
        return pieces < PIECES && size() + length <= BYTES;
    }

    void add(byte[] from, int offset, int length) {
        int at = size();
        System.arraycopy(from, offset, bytes, at, length);
        ends[pieces++] = at + length;
    }

    /** Takes back the pieces from one on. */
    void cut(int piece) {
        pieces = Math.min(pieces, piece);
    }

    void stamp(int piece, long arrivalNs) {
        arrivalsNs[piece] = arrivalNs;
    }

    /** What was read ahead comes when it is taken, ns by the same clock. */
    public void comesNow(long nowNs) {
        Arrays.fill(arrivalsNs, 0, pieces, nowNs);
    }

    void beginAnew() {
        anew = true;
    }

    /** Whether its bytes do not go on where those of the block before ended. */
    public boolean beginsAnew() {
        return anew;
    }

    /** Bytes that came before the first of these since the transport was opened, whatever became of them. */
    public long position() {
        return position;
    }

    /** Frequency that the receiver was tuned to, Hz; 0 where nobody tunes it. */
    public long centerHz() {
        return centerHz;
    }

    /** The bytes; only the pieces count. */
    public byte[] bytes() {
        return bytes;
    }

    public int pieces() {
        return pieces;
    }

    /** Where a piece begins. */
    public int from(int piece) {
        return piece == 0 ? 0 : ends[piece - 1];
    }

    /** Where it ends. */
    public int until(int piece) {
        return ends[piece];
    }

    /** When it came, ns by the clock of the receiver; does not fall within a block. */
    public long arrivalNs(int piece) {
        return arrivalsNs[piece];
    }

    /** How many bytes there are. */
    public int size() {
        return pieces == 0 ? 0 : ends[pieces - 1];
    }

    @Override
    public String toString() {
        return "Block of " + size() + " bytes " + Arrays.toString(Arrays.copyOf(ends, pieces));
    }
}
