package io.bandwatch.dsp.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KWeightingTest {
    @ParameterizedTest(name = "{0} Hz: {1} dB")
    @CsvSource({
        // 997 Hz is where the -0.691 of the loudness formula makes up for it
        "997, 0.691, 0.01",
        // ITU-R BS.1770-4, annex 1, figure 2: the shelf rises by 4 dB
        "15000, 4.0, 0.05",
        // figure 4: second order below its corner, and down by 6 dB at it, which is at 38 Hz
        "38, -6.0, 0.2",
        "9.5, -24.6, 0.3",
        "300, 0.0, 0.2"
    })
    void followsTheCurvesOfTheRecommendation(double hz, double db, double toleranceDb) {
        assertThat(20 * Math.log10(KWeighting.gain(hz))).isCloseTo(db, within(toleranceDb));
        assertThat(KWeighting.gain(-hz)).isEqualTo(KWeighting.gain(hz));
    }
}
