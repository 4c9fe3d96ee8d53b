package io.bandwatch.dsp.video;

import java.util.Random;

/** A picture that is made up: waves of light in random directions, seen through a window of any size. */
final class Painting {
    private static final int WAVES = 10;
    private static final int MIDDLE = 128;

    private final double[][] waves = new double[WAVES][];
    private double gain = 1;
    private double offset;
    private double cropped;
    private boolean labelled;

    Painting(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WAVES; i++) {
            waves[i] = new double[] {
                9 * random.nextGaussian(), 9 * random.nextGaussian(), 2 * Math.PI * random.nextDouble(),
            };
        }
    }

    Painting lit(double nextGain, double nextOffset) {
        gain = nextGain;
        offset = nextOffset;
        return this;
    }

    /** Without so large a share of its width and height. */
    Painting cropped(double share) {
        cropped = share;
        return this;
    }

    /** With a white logo above and two lines of subtitles below. */
    Painting labelled() {
        labelled = true;
        return this;
    }

    Plane seen(int width, int height) {
        byte[] codes = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                codes[y * width + x] = (byte) code((x + 0.5) / width, (y + 0.5) / height);
            }
        }
        return new Plane(codes, 0, width, height, width);
    }

    private int code(double x, double y) {
        boolean logo = x > 0.82 && x < 0.94 && y > 0.06 && y < 0.18;
        boolean text = x > 0.15 && x < 0.85 && ((y > 0.80 && y < 0.85) || (y > 0.88 && y < 0.93));
        if (labelled && (logo || text)) {
            return 235;
        }
        double light = 0;
        for (double[] wave : waves) {
            light += Math.cos(wave[0] * window(x) + wave[1] * window(y) + wave[2]);
        }
        double code = MIDDLE + offset + gain * 22 * light;
        return (int) Math.max(16, Math.min(235, Math.rint(code)));
    }

    private double window(double place) {
        return cropped / 2 + place * (1 - cropped);
    }
}
