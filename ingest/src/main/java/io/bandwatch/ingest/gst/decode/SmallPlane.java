package io.bandwatch.ingest.gst.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes a plane small by a power of two. Each sample is the mean of a block as wide as the factor and two rows high, one of
 * each field: all columns count, so that noise and thin lines do not flicker, and of the rows enough for a mean.
 *
 * <p>Eight columns of both rows are added in one go, as four sums of 16 bits in one register.
 */
public final class SmallPlane {
    private static final int WORD = Long.BYTES;
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
    private static final long ADD_ALL = 0x0001_0001_0001_0001L;
    private static final int SUM = 0xFFFF;

    private final int factor;

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
        ByteBuffer plane = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int smallWidth = size(width);
        int smallHeight = size(height);
        int across = Math.min(factor, width);
        byte[] small = new byte[smallWidth * smallHeight];
        for (int y = 0; y < smallHeight; y++) {
            int above = Math.min(height - 1, y * factor + (factor - 1) / 2);
            int below = factor == 1 ? above : Math.min(height - 1, above + 1);
            int to = y * smallWidth;
            int end = to + smallWidth;
            int upper = from + above * stride;
            int lower = from + below * stride;
            int done = 0;
            if (factor == 1) {
                plane.get(upper, small, to, smallWidth);
                done = smallWidth;
            } else if (factor == 2) {
                done = quarters(plane, upper, lower, small, to, end);
            } else if (factor == 4) {
                done = halves(plane, upper, lower, small, to, end);
            } else if (across == factor) {
                wholes(plane, upper, lower, small, to, end);
                done = smallWidth;
            }
            rest(plane, upper + done * across, lower + done * across, across, small, to + done, end);
        }
        return small;
    }

    /** Pairs of columns, of both rows. */
    private static long pairs(ByteBuffer plane, int upper, int lower) {
        long a = plane.getLong(upper);
        long b = plane.getLong(lower);
        return (a & EVEN) + (b & EVEN) + (a >>> Byte.SIZE & EVEN) + (b >>> Byte.SIZE & EVEN);
    }

    /** Blocks of two columns, as far as whole words go. Returns how many. */
    private static int quarters(ByteBuffer plane, int upper, int lower, byte[] small, int to, int end) {
        int x = to;
        for (int at = 0; x + 4 <= end; at += WORD, x += 4) {
            long sums = pairs(plane, upper + at, lower + at);
            for (int lane = 0; lane < 4; lane++) {
                small[x + lane] = (byte) ((((int) (sums >>> (16 * lane)) & SUM) + 2) >>> 2);
            }
        }
        return x - to;
    }

    /** Blocks of four columns, as far as whole words go. Returns how many. */
    private static int halves(ByteBuffer plane, int upper, int lower, byte[] small, int to, int end) {
        int x = to;
        for (int at = 0; x + 2 <= end; at += WORD, x += 2) {
            long pairs = pairs(plane, upper + at, lower + at);
            long sums = pairs + (pairs >>> 16);
            small[x] = (byte) ((((int) sums & SUM) + 4) >>> 3);
            small[x + 1] = (byte) ((((int) (sums >>> 32) & SUM) + 4) >>> 3);
        }
        return x - to;
    }

    /** Blocks of whole words. */
    private void wholes(ByteBuffer plane, int upper, int lower, byte[] small, int to, int end) {
        int shift = Integer.numberOfTrailingZeros(factor) + 1;
        int at = 0;
        for (int x = to; x < end; x++) {
            int sum = factor;
            for (int next = at + factor; at < next; at += WORD) {
                sum += (int) ((pairs(plane, upper + at, lower + at) * ADD_ALL) >>> 48);
            }
            small[x] = (byte) (sum >>> shift);
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
