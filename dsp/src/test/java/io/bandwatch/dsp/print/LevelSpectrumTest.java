package io.bandwatch.dsp.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelSpectrumTest {
    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    @ParameterizedTest(name = "{0} Hz at {1} Hz belongs to band {2}")
    @CsvSource({"530, 48000, 5", "900, 48000, 8", "3000, 48000, 15", "900, 37500, 8", "900, 44100, 8", "900, 8000, 8"})
    void aToneIsHeardInItsBand(double toneHz, double rateHz, int band) {
        byte[] levels = levels(rateHz, 0.4, t -> 0.5 * Math.sin(2 * Math.PI * toneHz * t));

        assertThat(levels).hasSize(20 * BANDS);
        for (int step = 0; step < 20; step++) {
            // -9.03 dBFS is 115.96 units above the floor; a window of 32 ms leaves up to 1.5 dB in the next band
            assertThat((int) levels[step * BANDS + band]).isCloseTo(116, within(2));
            for (int b = 0; b < BANDS; b++) {
                if (Math.abs(b - band) > 2) {
                    assertThat((int) levels[step * BANDS + b]).isLessThan(116 - 40);
                }
            }
        }
    }

    @Test
    void whatIsAboveTheTelephoneIsNotHeard() {
        for (double toneHz : new double[] {6500, 8600, 12_000, 15_000, 20_600}) {
            byte[] levels = levels(48_000, 0.2, t -> 0.5 * Math.sin(2 * Math.PI * toneHz * t));
            // 45 dB down: the half-band filters
            for (byte level : levels) {
                assertThat(level).as("%s Hz", toneHz).isLessThan((byte) (116 - 60));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {48_000, 37_500, 44_100, 32_000, 16_000})
    void aSoundHasTheSameLevelsAtEveryRate(double rateHz) {
        double[] phases = new Random(3).doubles(60, 0, 2 * Math.PI).toArray();
        DoubleUnaryOperator sound = t -> {
            double x = 0;
            for (int i = 0; i < phases.length; i++) {
                x += 0.02
                        * (1 + Math.sin(2 * Math.PI * 3.1 * t + i))
                        * Math.sin(2 * Math.PI * (205 + 53.7 * i) * t + phases[i]);
            }
            return x;
        };
        byte[] here = levels(rateHz, 1, sound);
        byte[] there = levels(24_000, 1, sound);

        double sum = 0;
        for (int i = 0; i < here.length; i++) {
            sum += Math.abs(here[i] - there[i]);
        }
        // a unit is 0.75 dB; windows are whole samples long and lie on whole samples
        assertThat(sum / here.length).isLessThan(0.5);
    }

    @Test
    void looksOfDecodedSoundFollowWithoutASeam() {
        Random random = new Random(5);
        float[] noise = new float[48_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        byte[] whole = new LevelSpectrum(48_000, noise.length).levels(noise, 0, noise.length);
        PcmLevels looks = new PcmLevels(48_000, 9600);
        for (int look = 0; look < 5; look++) {
            byte[] levels = looks.next(noise, look * 9600, (look + 1) * 9600);
            assertThat(levels).hasSize(10 * BANDS);
            for (int step = Math.max(0, 2 - 10 * look); step < 10; step++) {
                int at = 10 * look + step - 1;
                for (int b = 0; b < BANDS; b++) {
                    assertThat(levels[step * BANDS + b]).isEqualTo(whole[at * BANDS + b]);
                }
            }
        }
    }

    private static byte[] levels(double rateHz, double seconds, DoubleUnaryOperator sound) {
        LevelSpectrum spectrum = new LevelSpectrum(rateHz, (int) (seconds * rateHz));
        int margin = spectrum.margin();
        float[] x = new float[(int) (seconds * rateHz) + 2 * margin];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) sound.applyAsDouble((i - margin) / rateHz);
        }
        return spectrum.levels(x, margin, x.length - margin);
    }
}
