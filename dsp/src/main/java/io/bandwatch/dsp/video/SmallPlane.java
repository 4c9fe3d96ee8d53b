package io.bandwatch.dsp.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Makes a plane small by a power of two. Each sample is the mean of a block as wide as the factor and two rows high, one of
 * each field: all columns count, so that noise and thin lines do not flicker, and of the rows enough for a mean. Not
 * thread-safe.
 */
public final class SmallPlane {
    private static final int WORD = Long.BYTES;

    private final int factor;
    private final RowPair rows;

    /**
     * Makes planes small.
     *
     * @param factor original samples for one small one, a power of two
     */
    public SmallPlane(int factor) {
        if (Integer.bitCount(factor) != 1) {
            throw new IllegalArgumentException("factor must be a power of two, got " + factor);
        }
        this.factor = factor;
        this.rows = new RowPair(factor);
    }

    /** The least factor that makes rows of at most {@code mostWidth} samples. */
    public static int factor(int width, int mostWidth) {
        int factor = 1;
        while (factor * mostWidth < width) {
            factor *= 2;
        }
        return factor;
    }

    /** Samples of a row of the small plane, or rows of it. */
    public int size(int original) {
        return Math.max(1, original / factor);
    }

    /**
     * Reads a plane.
     *
     * @param from where it begins
     * @param stride bytes from row to row
     */
    public byte[] of(ByteBuffer bytes, int from, int stride, int width, int height) {
        int smallWidth = size(width);
        int smallHeight = size(height);
        byte[] small = new byte[smallWidth * smallHeight];
        int across = Math.min(factor, width);
        int words = factor == 1 ? 0 : smallWidth * across / WORD;
        ByteBuffer plane = bytes.slice(from, bytes.limit() - from).order(ByteOrder.LITTLE_ENDIAN);
        LongBuffer whole = plane.asLongBuffer();
        rows.prepare(words);
        for (int y = 0; y < smallHeight; y++) {
            int above = Math.min(height - 1, y * factor + (factor - 1) / 2);
            int below = factor == 1 ? above : Math.min(height - 1, above + 1);
            int to = y * smallWidth;
            if (factor == 1) {
                plane.get(above * stride, small, to, smallWidth);
                continue;
            }
            read(whole, plane, above * stride, rows.upper(), words);
            read(whole, plane, below * stride, rows.lower(), words);
            int done = rows.means(words, small, to);
            int next = done * across;
            rest(plane, above * stride + next, below * stride + next, across, small, to + done, to + smallWidth);
        }
        return small;
    }

    private static void read(LongBuffer whole, ByteBuffer plane, int row, long[] into, int words) {
        if (row % WORD == 0) {
            whole.get(row / WORD, into, 0, words);
        } else {
            plane.slice(row, words * WORD)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(into, 0, words);
        }
    }

    /** What no whole word is left for. */
    private static void rest(ByteBuffer plane, int upper, int lower, int across, byte[] small, int to, int end) {
        int at = 0;
        for (int x = to; x < end; x++) {
            int sum = across;
            for (int next = at + across; at < next; at++) {
                sum += (plane.get(upper + at) & 0xFF) + (plane.get(lower + at) & 0xFF);
            }
            small[x] = (byte) (sum / (2 * across));
        }
    }
}
