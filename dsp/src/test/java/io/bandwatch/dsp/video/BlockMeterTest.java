package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.av.PictureMeasurement;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Pictures of 160x96, 25 a second: 240 blocks, of which a clock may have seven. */
class BlockMeterTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int BLOCK = 8;
    private static final int RATE_HZ = 25;
    private static final long PICTURE_NS = 40_000_000;
    private static final double NS_PER_S = 1e9;
    private static final VideoMeterSettings USUAL = VideoMeterSettings.DEFAULT;

    /** Of any change of more than noise. */
    private static final VideoMeterSettings WITHOUT_CONTRAST = settings(0.016, 0);

    /** Of changes of more than a coder's only. */
    private static final VideoMeterSettings COARSE = settings(0.05, 0);

    /** Of changes as large as the contrast only. */
    private static final VideoMeterSettings BLUNT = settings(0.016, 0.6);

    private final byte[] detail = texture(new SplittableRandom(3), 45);

    @Test
    void aFreezeBeginsWhereMotionEndsThoughItsCoderRefinesItFarLonger() {
        int stoodAt = 4 * RATE_HZ;
        IntFunction<byte[]> freeze =
                picture -> picture < stoodAt ? shifted(detail, picture) : coded(shifted(detail, stoodAt - 1), picture);
        assertThat(standingS(freeze, 16, USUAL)).isBetween(12.0, 12.1);
        // whatever is more than noise: a group a second begins it anew
        assertThat(standingS(freeze, 16, WITHOUT_CONTRAST)).isLessThan(1.1);
    }

    @Test
    void waterMovesThoughTheMeansOfItsBlocksHardlyDo() {
        IntFunction<byte[]> water = picture -> waves(new SplittableRandom(picture), 18);
        assertThat(standingS(water, 8, USUAL)).isLessThan(0.2);
        // less is a coder's: it stands all the time
        assertThat(standingS(water, 8, COARSE)).isGreaterThan(7);
    }

    @Test
    void aHeadThatSwaysByTwoHundredthsOfThePictureIsNotStill() {
        IntFunction<byte[]> reader = picture -> head(1.6 * Math.sin(2 * Math.PI * picture / (3.0 * RATE_HZ)));
        assertThat(standingS(reader, 20, USUAL)).isLessThan(2);
        assertThat(standingS(reader, 20, BLUNT)).isGreaterThan(19);
    }

    @Test
    void aSlowFadeOfAStillPictureMovesOn() {
        IntFunction<byte[]> fade = picture -> faded(detail, 1 - picture / (9.0 * RATE_HZ));
        // from picture to picture no block changes by a code
        assertThat(standingS(fade, 8, USUAL)).isLessThan(2.5);
    }

    /** How long at the end, or at most, all but a clock of it has stood, s. */
    private static double standingS(IntFunction<byte[]> pictures, double seconds, VideoMeterSettings settings) {
        VideoMeter meter = new VideoMeter(settings);
        long longestNs = 0;
        for (int i = 0; i < seconds * RATE_HZ; i++) {
            Plane luma = new Plane(pictures.apply(i), 0, WIDTH, HEIGHT, WIDTH);
            PictureMeasurement seen = meter.measure(new Picture(luma, null, null, false), null, 0, PICTURE_NS);
            longestNs = Math.max(longestNs, seen.nearlyStillNs());
        }
        return longestNs / NS_PER_S;
    }

    private static VideoMeterSettings settings(double blockNoise, double blockContrast) {
        return new VideoMeterSettings(
                USUAL.blackLevel(),
                USUAL.stillNoise(),
                blockNoise,
                blockContrast,
                USUAL.unchangedShare(),
                USUAL.nearlyStillShare());
    }

    private static byte[] texture(SplittableRandom random, double deviation) {
        byte[] codes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < codes.length; i++) {
            // even between -1 and 1 has a deviation of the third's root
            codes[i] = (byte) (126 + deviation * Math.sqrt(3) * (2 * random.nextDouble() - 1));
        }
        return codes;
    }

    /** Detail with so much of it anew. */
    private byte[] waves(SplittableRandom random, double deviation) {
        byte[] anew = texture(random, deviation);
        for (int i = 0; i < anew.length; i++) {
            anew[i] = (byte) Math.max(0, Math.min(255, (anew[i] & 0xff) + (detail[i] & 0xff) - 126));
        }
        return anew;
    }

    /** Moved by so many pixels. */
    private static byte[] shifted(byte[] picture, int pixels) {
        byte[] moved = new byte[picture.length];
        for (int i = 0; i < picture.length; i++) {
            moved[i] = picture[(i + pixels) % picture.length];
        }
        return moved;
    }

    /** As a coder repeats it for a second: blocks are off by up to seven codes, other ones in each group. */
    private static byte[] coded(byte[] picture, int number) {
        byte[] coded = picture.clone();
        SplittableRandom group = new SplittableRandom(number / RATE_HZ);
        for (int top = 0; top < HEIGHT; top += BLOCK) {
            for (int left = 0; left < WIDTH; left += BLOCK) {
                int off = group.nextInt(-3, 5);
                for (int i = 0; i < BLOCK * BLOCK; i++) {
                    coded[(top + i / BLOCK) * WIDTH + left + i % BLOCK] += (byte) off;
                }
            }
        }
        return coded;
    }

    /** A bright oval before a wall of detail, so far to the right. */
    private byte[] head(double right) {
        byte[] picture = faded(detail, 0.6);
        for (int y = 20; y < 76; y++) {
            double half = 20 * Math.sqrt(1 - Math.pow((y - 48) / 28.0, 2));
            for (int x = 0; x < WIDTH; x++) {
                double inside = Math.max(0, Math.min(1, half + 0.5 - Math.abs(x - 80 - right)));
                int code = picture[y * WIDTH + x] & 0xff;
                picture[y * WIDTH + x] = (byte) (code + inside * (190 - code));
            }
        }
        return picture;
    }

    private static byte[] faded(byte[] picture, double share) {
        byte[] faded = new byte[picture.length];
        for (int i = 0; i < picture.length; i++) {
            faded[i] = (byte) (16 + share * ((picture[i] & 0xff) - 16));
        }
        return faded;
    }
}
