package io.bandwatch.ingest.gst.decode;

import java.nio.ByteBuffer;

/**
 * Makes a plane small by a whole factor. Each sample is the mean of a block as wide as the factor and two rows high, one of
 * each field: all columns count, so that noise and thin lines do not flicker, and of the rows enough for a mean.
 */
final class SmallPlane {
    private final int factor;
    private byte[] rows = new byte[0];

    /** @param factor original samples for one small one, at least 1 */
    SmallPlane(int factor) {
        this.factor = factor;
    }

    /** The least factor that makes rows of at most {@code mostWidth} samples. */
    static int factor(int width, int mostWidth) {
        return Math.max(1, (width + mostWidth - 1) / mostWidth);
    }

    /** Samples of a row of the small plane, or rows of it. */
    int size(int original) {
        return Math.max(1, original / factor);
    }

    /**
     * Reads a plane.
     *
     * @param from where it begins
     * @param stride bytes from row to row
     */
    byte[] of(ByteBuffer bytes, int from, int stride, int width, int height) {
        int smallWidth = size(width);
        int smallHeight = size(height);
        int columns = Math.min(factor, width);
        byte[] small = new byte[smallWidth * smallHeight];
        if (rows.length < 2 * width) {
            rows = new byte[2 * width];
        }
        for (int y = 0; y < smallHeight; y++) {
            int upper = Math.min(height - 1, y * factor + (factor - 1) / 2);
            int lower = factor == 1 ? upper : Math.min(height - 1, upper + 1);
            bytes.get(from + upper * stride, rows, 0, width);
            bytes.get(from + lower * stride, rows, width, width);
            shrink(small, y * smallWidth, smallWidth, columns, width);
        }
        return small;
    }

    private void shrink(byte[] small, int to, int smallWidth, int columns, int width) {
        int count = 2 * columns;
        for (int x = 0; x < smallWidth; x++) {
            int sum = count / 2;
            for (int column = x * columns; column < (x + 1) * columns; column++) {
                sum += (rows[column] & 0xFF) + (rows[width + column] & 0xFF);
            }
            small[to + x] = (byte) (sum / count);
        }
    }
}
