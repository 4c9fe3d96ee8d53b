package io.bandwatch.dsp.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFftTest {
    private static final int COLUMNS = 37;

    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {4, 8, 16, 128, 256, 512})
    void givesOfEachColumnWhatOneTransformGives(int size) {
        ColumnFft columns = filled(size);
        float[][] one = new float[COLUMNS][2 * size];
        for (int c = 0; c < COLUMNS; c++) {
            for (int k = 0; k < size; k++) {
                one[c][2 * k] = columns.re()[k][c];
                one[c][2 * k + 1] = columns.im()[k][c];
            }
            new Fft(size).inverse(one[c]);
        }
        columns.inverse(COLUMNS);
        // sums of up to 512 values below 1, to single precision
        for (int c = 0; c < COLUMNS; c++) {
            for (int n = 0; n < size; n++) {
                assertThat(columns.re()[columns.row(n)][c]).isCloseTo(one[c][2 * n], within(1e-4f));
                assertThat(columns.im()[columns.row(n)][c]).isCloseTo(one[c][2 * n + 1], within(1e-4f));
            }
        }
    }

    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {6, 12, 24, 48, 192})
    void makesAToneOfABinWhereTheSizeHasAFactorOfThree(int size) {
        ColumnFft columns = new ColumnFft(size, size);
        // each column another bin
        for (int c = 0; c < size; c++) {
            columns.re()[c][c] = 1f;
        }
        columns.inverse(size);
        for (int c = 0; c < size; c++) {
            for (int n = 0; n < size; n++) {
                double turn = 2.0 * Math.PI * c * n / size;
                assertThat(columns.re()[columns.row(n)][c]).isCloseTo((float) Math.cos(turn), within(1e-5f));
                assertThat(columns.im()[columns.row(n)][c]).isCloseTo((float) Math.sin(turn), within(1e-5f));
            }
        }
    }

    @Test
    void leavesTheColumnsBehindThoseAlone() {
        ColumnFft columns = filled(48);
        float before = columns.re()[5][20];
        columns.inverse(20);
        assertThat(columns.re()[5][20]).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 36, 200})
    void refusesOtherSizes(int size) {
        assertThatThrownBy(() -> new ColumnFft(size, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(size));
    }

    private static ColumnFft filled(int size) {
        ColumnFft columns = new ColumnFft(size, COLUMNS);
        Random random = new Random(size);
        for (int k = 0; k < size; k++) {
            for (int c = 0; c < COLUMNS; c++) {
                columns.re()[k][c] = random.nextFloat() - 0.5f;
                columns.im()[k][c] = random.nextFloat() - 0.5f;
            }
        }
        return columns;
    }
}
