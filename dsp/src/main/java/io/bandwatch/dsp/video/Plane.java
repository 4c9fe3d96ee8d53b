package io.bandwatch.dsp.video;

/**
 * One channel of a picture, not copied: whoever hands it over may reuse the array afterwards.
 *
 * @param codes rows of unsigned codes, {@code stride} apart
 * @param offset where the first row begins
 * @param width pixels a row
 * @param height rows
 * @param stride distance from row to row, at least {@code width}
 */
public record Plane(byte[] codes, int offset, int width, int height, int stride) {
    public Plane {
        if (width < 1 || height < 1 || stride < width || offset < 0) {
            throw new IllegalArgumentException("a plane needs width and height of at least 1, a stride of at least the"
                    + " width and no negative offset, got " + width + 'x' + height + ", stride " + stride + ", offset "
                    + offset);
        }
        if (offset + (long) stride * (height - 1) + width > codes.length) {
            throw new IllegalArgumentException("a plane of " + width + 'x' + height + ", stride " + stride + " at "
                    + offset + " does not fit into " + codes.length + " bytes");
        }
    }

    int size() {
        return width * height;
    }

    /** Whether nothing lies between the rows. */
    boolean dense() {
        return stride == width;
    }

    int rowStart(int y) {
        return offset + y * stride;
    }
}
