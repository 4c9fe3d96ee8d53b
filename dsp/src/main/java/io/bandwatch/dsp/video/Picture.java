package io.bandwatch.dsp.video;

import org.jspecify.annotations.Nullable;

/**
 * One decoded picture.
 *
 * @param luma brightness
 * @param cb blue against brightness, of any size; null where there is none
 * @param cr red against brightness, as large as {@code cb}; null where there is none
 * @param fullRange whether luma runs from 0 to 255, else from 16 to 235 (ITU-R BT.601, 2.5.3)
 */
public record Picture(Plane luma, @Nullable Plane cb, @Nullable Plane cr, boolean fullRange) {
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final int ALL = 255;

    /**
     * A picture in one array: luma, then both chroma planes of half the width and height, rounded up, without gaps.
     *
     * @param codes that array
     * @param width of luma, pixels
     * @param height of luma, pixels
     */
    public static Picture i420(byte[] codes, int width, int height, boolean fullRange) {
        int chromaWidth = (width + 1) / 2;
        int chromaHeight = (height + 1) / 2;
        int luma = width * height;
        int chroma = chromaWidth * chromaHeight;
        return new Picture(
                new Plane(codes, 0, width, height, width),
                new Plane(codes, luma, chromaWidth, chromaHeight, chromaWidth),
                new Plane(codes, luma + chroma, chromaWidth, chromaHeight, chromaWidth),
                fullRange);
    }

    int blackCode() {
        return fullRange ? 0 : BLACK;
    }

    int codeRange() {
        return fullRange ? ALL : WHITE - BLACK;
    }

    /** Brightness of a code, 0 to 1 within the range. */
    double level(double code) {
        return (code - blackCode()) / codeRange();
    }
}
