package io.bandwatch.dsp.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPlaneTest {
    @ParameterizedTest
    @CsvSource({"1920, 8, 240", "720, 4, 180", "1280, 4, 320", "704, 4, 176", "3840, 16, 240", "320, 1, 320", "1, 1, 1"
    })
    void makesRowsOfAtMost320Samples(int width, int factor, int small) {
        assertThat(SmallPlane.factor(width, 320)).isEqualTo(factor);
        assertThat(new SmallPlane(factor).size(width)).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "2, 16", "2, 22", "4, 16", "4, 28", "8, 24", "16, 48", "32, 64"})
    void eachSampleIsTheMeanOfItsOwnBlock(int factor, int width) {
        int blocks = width / factor;
        int stride = width + 5;
        byte[] codes = new byte[3 + stride * 2 * factor];
        // of each block half the columns are darker by ten, half brighter, so that no column may be left out
        for (int y = 0; y < 2 * factor; y++) {
            for (int x = 0; x < width; x++) {
                int spread = factor == 1 ? 0 : x % 2 == 0 ? -10 : 10;
                codes[3 + y * stride + x] = (byte) (level(x / factor, y / factor) + spread);
            }
        }
        byte[] small = new SmallPlane(factor).of(ByteBuffer.wrap(codes), 3, stride, width, 2 * factor);
        assertThat(small).hasSize(2 * blocks);
        for (int i = 0; i < small.length; i++) {
            assertThat(small[i] & 0xFF).as("block " + i).isEqualTo(level(i % blocks, i / blocks));
        }
    }

    private static int level(int column, int row) {
        return 245 - (7 * column + 60 * row) % 235;
    }

    @Test
    void roundsToTheNearestCode() {
        byte[] codes = new byte[32];
        codes[7] = 1;
        // rows 3 and 4 of eight lines are looked at, one of each field
        byte[] eight = new byte[64];
        Arrays.fill(eight, 24, 28, (byte) 255);
        byte[] small = new SmallPlane(8).of(ByteBuffer.wrap(eight), 0, 8, 8, 8);
        assertThat(small).containsExactly((byte) 64);
        assertThat(new SmallPlane(2).of(ByteBuffer.wrap(codes), 0, 16, 16, 2))
                .hasSize(8)
                .containsOnly(0);
    }

    @Test
    void takesAPlaneThatIsSmallerThanABlock() {
        byte[] codes = {10, 20, 30};
        assertThat(new SmallPlane(16).of(ByteBuffer.wrap(codes), 0, 3, 3, 1)).containsExactly(20);
    }
}
