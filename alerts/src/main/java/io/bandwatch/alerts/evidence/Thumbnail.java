package io.bandwatch.alerts.evidence;

/**
 * A small picture.
 *
 * @param rgb red, green, blue of each pixel, row after row
 */
public record Thumbnail(int width, int height, byte[] rgb) {
    public Thumbnail {
        if (rgb.length != 3 * width * height) {
            throw new IllegalArgumentException(width + "x" + height + " pixels in " + rgb.length + " bytes");
        }
    }

    /** Colour of a pixel, red, green, blue from the highest byte down. */
    int colour(int x, int y) {
        int at = 3 * (y * width + x);
        return (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
    }

    /** As a file. */
    public byte[] png() {
        return PngImage.ofColours(width, height, rgb);
    }
}
