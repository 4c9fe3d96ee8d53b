package io.bandwatch.dsp.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscriminatorTest {
    @Test
    void theAngleIsThatOfTheMathematicsLibraryAllAround() {
        double worst = 0.0;
        for (int i = 0; i < 3600; i++) {
            double angle = Math.PI * (i - 1799.5) / 1800.0;
            float found = Discriminator.angle((float) (0.3 * Math.sin(angle)), (float) (0.3 * Math.cos(angle)));
            worst = Math.max(worst, Math.abs(found - angle));
        }
        // 2e-6 rad is 0.1 Hz at 300 kS/s
        assertThat(worst).isLessThan(2e-6);
    }

    @ParameterizedTest(name = "{0} turns a sample")
    @ValueSource(doubles = {0.001, 0.25, -0.4, 0.49})
    void aLineAdvancesByItsFrequency(double turns) {
        float[] samples = new float[2 * 101];
        for (int i = 0; i <= 100; i++) {
            samples[2 * i] = (float) Math.cos(2.0 * Math.PI * turns * i);
            samples[2 * i + 1] = (float) Math.sin(2.0 * Math.PI * turns * i);
        }
        // 1e-4 rad over a hundred samples: the rounding of the floats
        assertThat(Discriminator.advance(samples, 1, 100)).isCloseTo(100 * 2.0 * Math.PI * turns, within(1e-4));
    }

    @Test
    void nothingHasNoAngle() {
        assertThat(Discriminator.angle(0f, 0f)).isZero();
    }
}
