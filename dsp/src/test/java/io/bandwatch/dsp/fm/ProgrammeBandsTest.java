package io.bandwatch.dsp.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeBandsTest {
    private static final double NO_DE_EMPHASIS_S = 0;

    @ParameterizedTest(name = "{0} Hz belongs to band {1}")
    @CsvSource({"300, 0", "900, 1", "2500, 2", "7000, 3"})
    void aToneIsHeardInItsBandAlone(double toneHz, int band) {
        // peak 0.5 on both: -6.0 dBFS less 3.0 dB for the mean square, 86.97 dB above the floor: 115.96 units
        FmReception heard = received(1, tone(0.5, toneHz, 0)).get(0);
        byte[] levels = heard.audio().programmeLevels();
        assertThat(levels).hasSize(10 * AudioMeasurement.LEVEL_BANDS);
        for (int i = 0; i < levels.length; i++) {
            if (i % AudioMeasurement.LEVEL_BANDS == band) {
                assertThat((int) levels[i]).isCloseTo(116, within(1));
            } else {
                // other bands hold what the channel's noise at 70 dB gives, at least 40 dB below
                assertThat((int) levels[i]).isLessThan(116 - 53);
            }
        }
    }

    @Test
    void stepsFollowEachOtherThroughSuccessiveFrames() {
        // 25 dB louder for 100 ms that begin 60 ms before the end of the first interval
        double on = FmFrames.firstMeasuredS() + 0.14;
        List<FmReception> frames = received(2, t -> tone(0.5, 2500, on, 0.1).applyAsDouble(t));
        StringBuilder heard = new StringBuilder();
        for (FmReception frame : frames) {
            byte[] levels = frame.audio().programmeLevels();
            for (int step = 0; step < 10; step++) {
                heard.append(levels[step * AudioMeasurement.LEVEL_BANDS + 2] > 100 ? '#' : '.');
            }
        }
        assertThat(heard).hasToString(".......#####........");
    }

    @Test
    void levelsAreHeldBetweenFloorAndTop() {
        assertThat(AudioMeasurement.level(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(AudioMeasurement.level(-95.25)).isEqualTo((byte) 1);
        assertThat(AudioMeasurement.level(6)).isEqualTo(Byte.MAX_VALUE);
    }

    private static List<FmReception> received(int frames, DoubleUnaryOperator both) {
        return new FmFrames(NO_DE_EMPHASIS_S, 6750, 70).receive(frames, both, both);
    }

    private static DoubleUnaryOperator tone(double amplitude, double hz, double fromS) {
        return tone(amplitude, hz, fromS, Double.POSITIVE_INFINITY);
    }

    /** Comes and goes in a millisecond, so that it does not click. */
    private static DoubleUnaryOperator tone(double amplitude, double hz, double fromS, double lengthS) {
        return t -> amplitude
                * Math.max(0, Math.min(1, 1000 * Math.min(t - fromS, fromS + lengthS - t)))
                * Math.sin(2 * Math.PI * hz * t);
    }
}
