package io.bandwatch.dsp.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.filter.ChannelSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscriminatorTest {
    @ParameterizedTest(name = "amplitude {0}")
    @ValueSource(doubles = {0.3, 1.0, 1e-6})
    void theAdvanceIsTheArctangentAllAroundTheCircle(double amplitude) {
        int steps = 1440;
        float[] re = new float[2 * steps];
        float[] im = new float[2 * steps];
        for (int i = 0; i < steps; i++) {
            double angle = angle(i, steps);
            re[2 * i] = (float) amplitude;
            re[2 * i + 1] = (float) (amplitude * Math.cos(angle));
            im[2 * i + 1] = (float) (amplitude * Math.sin(angle));
        }
        float[] advances = new float[2 * steps];
        new Discriminator().advances(ChannelSamples.of(re, im, 0), 1f, advances);
        for (int i = 0; i < steps; i++) {
            // 2e-6 by the polynomial, the rest by the rounding of floats
            assertThat((double) advances[2 * i + 1]).isCloseTo(angle(i, steps), within(4e-6));
        }
    }

    /** From just behind -180 degrees to just before 180, the axes and the diagonals among them. */
    private static double angle(int step, int steps) {
        return Math.PI * (2.0 * step / steps - 1.0) + (step == 0 ? 1e-3 : 0.0);
    }

    @ParameterizedTest(name = "{0} of the rate")
    @ValueSource(doubles = {0.0, 0.01, -0.2, 0.45, -0.49})
    void aToneAdvancesByItsFrequency(double turns) {
        int count = 1001;
        float[] re = new float[count];
        float[] im = new float[count];
        for (int n = 0; n < count; n++) {
            re[n] = (float) Math.cos(2.0 * Math.PI * turns * n);
            im[n] = (float) Math.sin(2.0 * Math.PI * turns * n);
        }
        float[] advances = new float[count];
        new Discriminator().advances(ChannelSamples.of(re, im, 0), (float) (1000 / (2.0 * Math.PI)), advances);
        assertThat(advances[0]).isZero();
        for (int n = 1; n < count; n++) {
            assertThat((double) advances[n]).isCloseTo(1000 * turns, within(1e-3));
        }
    }

    @Test
    void silenceDoesNotTurn() {
        float[] advances = new float[10];
        new Discriminator().advances(ChannelSamples.of(new float[10], new float[10], 0), 1f, advances);
        assertThat(advances).containsOnly(0f);
    }
}
