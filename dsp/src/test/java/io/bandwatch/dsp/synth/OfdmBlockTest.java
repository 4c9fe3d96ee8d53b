package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfdmBlockTest {
    private static final double CENTER_HZ = 98e6;

    private static Samples block(double rateHz, double offsetHz) {
        Transmission block = Transmission.steady(CENTER_HZ + offsetHz, 200, OfdmBlock.cdr(7));
        return Samples.of(
                new WidebandStream(rateHz, CENTER_HZ, FloorShape.flat(-220), List.of(block), 1), (int) (rateHz / 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.4e6, 2.048e6, 10e6})
    void isFlatOnTopAndSteepAtItsEdges(double rateHz) {
        Samples samples = block(rateHz, 200e3);
        // 0.2 dB: 90 symbols of 240 carriers
        assertThat(Decibels.ofPower(samples.meanPower())).isCloseTo(-20, within(0.2));
        double middle = samples.powerIn(200e3 / rateHz, 20e3 / rateHz);
        for (double offsetHz : new double[] {165e3, 180e3, 220e3, 235e3}) {
            double there = samples.powerIn(offsetHz / rateHz, 20e3 / rateHz);
            // 1 dB: some hundred windows of 20 kHz
            assertThat(Decibels.ofPower(there / middle)).isCloseTo(0, within(1.0));
        }
        for (double offsetHz : new double[] {125e3, 275e3}) {
            // a window of 1 kHz, whose own side lobes have died away 27 kHz from the edge
            double there = samples.powerIn(offsetHz / rateHz, 1e3 / rateHz) * 20;
            assertThat(Decibels.ofPower(there / middle)).isLessThan(-25);
        }
    }

    @Test
    void swingsLikeNoise() {
        Samples samples = block(2.4e6, 0);
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < samples.re.length; i++) {
            double power = (double) samples.re[i] * samples.re[i] + (double) samples.im[i] * samples.im[i];
            second += power;
            fourth += power * power;
        }
        // 2 for noise, 1 for a carrier; 0.05: 25 000 independent values
        assertThat(fourth * samples.re.length / (second * second)).isCloseTo(2, within(0.05));
    }

    @Test
    void refusesWidthsThatAreNone() {
        assertThatThrownBy(() -> new OfdmBlock(1, 5e3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000.0 Hz");
    }
}
