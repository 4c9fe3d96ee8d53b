package io.bandwatch.dsp.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against sounds whose value between samples is known: sums of sines. */
class TruePeakTest {
    private static final int LENGTH = 3000;
    private static final int FINE = 32;

    /** Of the rate: four looks between samples see a sine of it 0.14 dB too low at worst. */
    private static final double HIGHEST = 0.23;

    @ParameterizedTest
    @CsvSource({"1, 0.01", "1, 0.23", "3, 0.05", "5, 0.23", "50, 0.1", "100, 0.23"})
    void isThatOfSumsOfSines(int sines, double highest) {
        SplittableRandom random = new SplittableRandom(sines);
        TruePeak meter = new TruePeak();
        for (int sound = 0; sound < Math.max(3, 20 / sines); sound++) {
            double[] hz =
                    random.doubles(sines, 0.001, Math.min(HIGHEST, highest)).toArray();
            double[] turn = random.doubles(sines, 0, 2 * Math.PI).toArray();
            double[] amplitude = random.doubles(sines, 0.1, 1).toArray();
            float[] x = new float[LENGTH];
            double within = 0;
            double everywhere = 0;
            for (int i = 0; i < FINE * (LENGTH - 1) + 1; i++) {
                double value = 0;
                for (int s = 0; s < sines; s++) {
                    value += amplitude[s] * Math.sin(2 * Math.PI * hz[s] * i / FINE + turn[s]);
                }
                double magnitude = Math.abs(value);
                everywhere = Math.max(everywhere, magnitude);
                boolean inside = i >= FINE * TruePeak.LEAD && i <= FINE * (LENGTH - TruePeak.LEAD);
                within = inside ? Math.max(within, magnitude) : within;
                if (i % FINE == 0) {
                    x[i / FINE] = (float) value;
                }
            }
            double peak = meter.of(x, 0, LENGTH);
            // too low by what lies between four looks, too high by the ripple of the interpolation
            assertThat(20 * Math.log10(peak / within)).isGreaterThan(-0.2);
            assertThat(20 * Math.log10(peak / everywhere)).isLessThan(0.05);
        }
    }
}
