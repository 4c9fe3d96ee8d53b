package io.bandwatch.deploy.evidence;

import io.bandwatch.alerts.evidence.Thumbnail;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;

/** Makes thumbnails in the shape and the colours in which a picture is shown. */
final class Thumbnails {
    static final int WIDTH = 160;

    private static final int LEAST_HEIGHT = 40;
    private static final int MOST_HEIGHT = 284;

    /** Taller pictures than those of standard definition are coded by ITU-R BT.709, the others by BT.601. */
    private static final int STANDARD_ROWS = 576;

    /** Luma weights of red and blue. */
    private static final double[] BT_601 = {0.299, 0.114};

    private static final double[] BT_709 = {0.2126, 0.0722};

    private Thumbnails() {}

    static Thumbnail of(Picture picture) {
        int height = height(picture);
        byte[] rgb = new byte[3 * WIDTH * height];
        double[] weights = picture.format().height() > STANDARD_ROWS ? BT_709 : BT_601;
        boolean full = picture.format().fullRange();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double luma = mean(picture, x, y, height);
                double level = full ? luma / 255 : (luma - 16) / 219;
                double blue = colour(picture, picture.blueDifference(), x, y, height) / (full ? 255.0 : 224.0);
                double red = colour(picture, picture.redDifference(), x, y, height) / (full ? 255.0 : 224.0);
                colours(rgb, 3 * (y * WIDTH + x), weights, level, 2 * red, 2 * blue);
            }
        }
        return new Thumbnail(WIDTH, height, rgb);
    }

    /** Height of the thumbnail: pixels of a picture need not be square. */
    private static int height(Picture picture) {
        PictureFormat format = picture.format();
        boolean told = format.aspectNumerator() > 0 && format.aspectDenominator() > 0;
        double pixel = told ? (double) format.aspectNumerator() / format.aspectDenominator() : 1;
        double height = WIDTH * picture.height() / (picture.width() * pixel);
        return (int) Math.rint(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, height)));
    }

    /** Mean luma of the pixels of a picture that make one of its thumbnail. */
    private static double mean(Picture picture, int x, int y, int height) {
        int fromX = x * picture.width() / WIDTH;
        int fromY = y * picture.height() / height;
        int toX = Math.max(fromX + 1, (x + 1) * picture.width() / WIDTH);
        int toY = Math.max(fromY + 1, (y + 1) * picture.height() / height);
        int sum = 0;
        for (int row = fromY; row < toY; row++) {
            for (int column = fromX; column < toX; column++) {
                sum += picture.luma()[row * picture.width() + column] & 0xFF;
            }
        }
        return (double) sum / ((toX - fromX) * (toY - fromY));
    }

    /** A colour difference, from no colour on; none where the picture has none. */
    private static int colour(Picture picture, byte[] plane, int x, int y, int height) {
        int width = picture.width() / 2;
        int rows = picture.height() / 2;
        return plane.length == 0 ? 0 : (plane[y * rows / height * width + x * width / WIDTH] & 0xFF) - 128;
    }

    /** Luma is the weighted sum of red, green and blue, a colour difference what red or blue is off it. */
    private static void colours(byte[] rgb, int at, double[] weights, double luma, double redLess, double blueLess) {
        double red = luma + (1 - weights[0]) * redLess;
        double blue = luma + (1 - weights[1]) * blueLess;
        double green = (luma - weights[0] * red - weights[1] * blue) / (1 - weights[0] - weights[1]);
        rgb[at] = code(red);
        rgb[at + 1] = code(green);
        rgb[at + 2] = code(blue);
    }

    private static byte code(double level) {
        return (byte) Math.rint(255 * Math.max(0, Math.min(1, level)));
    }
}
