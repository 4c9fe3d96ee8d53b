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

    /** As a file. */
    public byte[] png() {
        return PngImage.ofColours(width, height, rgb);
    }
}
