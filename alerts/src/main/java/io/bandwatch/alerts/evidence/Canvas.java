package io.bandwatch.alerts.evidence;

import java.util.Arrays;

/** Pixels that things are drawn on; what lies outside is left out. Not thread-safe. */
final class Canvas {
    static final int WHITE = 0xFFFFFF;
    static final int GREY = 0xD5DAE0;
    static final int INK = 0x1B2530;
    static final int BLUE = 0x1F3F77;
    static final int PALE = 0x9DB4D6;
    static final int RED = 0xB3261E;

    private final int width;
    private final int height;
    private final byte[] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) WHITE);
    }

    void fill(int left, int top, int columns, int rows, int colour) {
        for (int y = Math.max(0, top); y < Math.min(height, top + rows); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + columns); x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (colour >> 16);
                rgb[at + 1] = (byte) (colour >> 8);
                rgb[at + 2] = (byte) colour;
            }
        }
    }

    /** @param scale pixels of the canvas for one of the font */
    void text(int left, int top, String text, int scale, int colour) {
        for (int c = 0; c < text.length(); c++) {
            for (int y = 0; y < SmallFont.HEIGHT; y++) {
                for (int x = 0; x < SmallFont.WIDTH; x++) {
                    if (SmallFont.isInk(text.charAt(c), x, y)) {
                        int pixel = left + scale * (c * SmallFont.WIDTH + x);
                        fill(pixel, top + scale * y, scale, scale, colour);
                    }
                }
            }
        }
    }

    /** The same, ending at a place. */
    void textTo(int right, int top, String text, int scale, int colour) {
        text(right - scale * SmallFont.WIDTH * text.length(), top, text, scale, colour);
    }

    byte[] png() {
        return PngImage.ofColours(width, height, rgb);
    }
}
