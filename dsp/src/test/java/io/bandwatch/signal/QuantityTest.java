package io.bandwatch.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "FREQUENCY, 97.1 MHz, 97100000",
        "FREQUENCY, 98MHz, 98000000",
        "FREQUENCY, -30 kHz, -30000",
        "SAMPLE_RATE, 2.4 MS/s, 2400000",
        "SAMPLE_RATE, 240 kSps, 240000",
        "DURATION, 12 h, 43200",
        "DURATION, 1s, 1",
        "DURATION, 250 ms, 0.25",
        "RATIO_DB, -3 dB, -3",
        "LEVEL_DBFS, -60 dBFS, -60",
    })
    void readsANumberWithItsUnit(Quantity quantity, String text, double expected) {
        assertThat(quantity.parse(text)).isEqualTo(expected);
    }

    @Test
    void refusesABareNumberAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> Quantity.FREQUENCY.parse("98.1"))
                .hasMessageContaining("'98.1' has no unit")
                .hasMessageContaining("98.1 MHz");
    }

    @Test
    void refusesTheUnitOfAnotherQuantity() {
        assertThatThrownBy(() -> Quantity.DURATION.parse("10 MHz")).hasMessageContaining("unit 'MHz'");
        assertThatThrownBy(() -> Quantity.LEVEL_DBFS.parse("ten dBFS")).hasMessageContaining("not a number");
    }
}
