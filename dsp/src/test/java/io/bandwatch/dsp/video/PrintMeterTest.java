package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.av.PicturePrint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintMeterTest {
    private static final int PICTURES = 30;
    private static final int HASH_SIDE = 8;

    private final PrintMeter meter = new PrintMeter();

    @Test
    void sizeBrightnessAndContrastLeaveThePrintAsItIs() {
        for (int seed = 0; seed < PICTURES; seed++) {
            long[] before = print(new Painting(seed).seen(160, 90));
            long[] after = print(new Painting(seed).lit(0.8, 15).seen(180, 144));
            assertThat(bits(before, after)).as("bits that are sure in both").isGreaterThan(40);
            // what is cut off at white, and pixels that parts share
            assertThat(differing(before, after)).isLessThan(0.05);
        }
    }

    @Test
    void aCropALogoAndSubtitlesLeaveMostOfIt() {
        assertThat(worstOfTheSame()).isLessThan(0.15);
    }

    @Test
    void otherPicturesDifferInHalfOfTheBits() {
        // the bits of a picture hang together: of 30, five standard deviations of the mean are 0.1
        assertThat(others().average().orElseThrow()).isCloseTo(0.5, within(0.1));
        assertThat(leastOfOthers()).isGreaterThan(0.15);
    }

    @Test
    void aPlainPerceptualHashCannotTellThemApart() {
        int farthest = 0;
        int nearest = HASH_SIDE * HASH_SIDE;
        for (int seed = 0; seed < PICTURES; seed++) {
            long hash = averageHash(new Painting(seed).seen(160, 90));
            long same = averageHash(disturbed(seed).seen(180, 144));
            farthest = Math.max(farthest, Long.bitCount(hash ^ same));
            for (int other = 0; other < seed; other++) {
                long unlike = averageHash(new Painting(other).seen(160, 90));
                nearest = Math.min(nearest, Long.bitCount(hash ^ unlike));
            }
        }
        assertThat(farthest)
                .as("bits of 64 by which the same picture may be off, so that no limit keeps them apart")
                .isGreaterThan(nearest);
        assertThat(worstOfTheSame()).as("shares of bits of prints").isLessThan(leastOfOthers());
    }

    @Test
    void ofAFlatPictureNoBitIsSure() {
        byte[] codes = new byte[160 * 90];
        Arrays.fill(codes, (byte) 90);
        for (int i = 0; i < codes.length; i += 3) {
            codes[i] = 91;
        }
        long[] flat = print(new Plane(codes, 0, 160, 90, 160));
        assertThat(flat[2]).isZero();
        assertThat(flat[3]).isZero();
    }

    @Test
    void theBitsAreTheSignsOfNeighbours() {
        byte[] codes = new byte[160 * 160];
        for (int i = 0; i < codes.length; i++) {
            // darker to the right, brighter below
            codes[i] = (byte) (120 - i % 160 / 2 + i / 160 / 2);
        }
        long all = (1L << PicturePrint.BITS) - 1;
        assertThat(print(new Plane(codes, 0, 160, 160, 160))).containsExactly(all, 0, all, all);
    }

    private double worstOfTheSame() {
        return IntStream.range(0, PICTURES)
                .mapToDouble(seed -> differing(
                        print(new Painting(seed).seen(160, 90)),
                        print(disturbed(seed).seen(180, 144))))
                .max()
                .orElseThrow();
    }

    private double leastOfOthers() {
        return others().min().orElseThrow();
    }

    private DoubleStream others() {
        List<long[]> prints = IntStream.range(0, PICTURES)
                .mapToObj(seed -> print(new Painting(seed).seen(160, 90)))
                .toList();
        return IntStream.range(0, PICTURES).boxed().flatMapToDouble(one -> IntStream.range(0, one)
                .mapToDouble(other -> differing(prints.get(one), prints.get(other))));
    }

    private static Painting disturbed(int seed) {
        return new Painting(seed).lit(0.9, 8).cropped(0.05).labelled();
    }

    /** The usual one: which of 8 by 8 means are above the mean of all. */
    private static long averageHash(Plane luma) {
        double[] means = new double[HASH_SIDE * HASH_SIDE];
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                int part = y * HASH_SIDE / luma.height() * HASH_SIDE + x * HASH_SIDE / luma.width();
                means[part] += luma.codes()[luma.rowStart(y) + x] & 0xff;
            }
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        long hash = 0;
        for (int i = 0; i < means.length; i++) {
            hash |= means[i] > mean ? 1L << i : 0;
        }
        return hash;
    }

    private long[] print(Plane luma) {
        long[] print = new long[PicturePrint.LONGS];
        meter.measure(luma, print, 0);
        return print;
    }

    private static int bits(long[] one, long[] other) {
        return PicturePrint.compared(one, 0, other, 0);
    }

    private static double differing(long[] one, long[] other) {
        return (double) PicturePrint.wrong(one, 0, other, 0) / bits(one, other);
    }
}
