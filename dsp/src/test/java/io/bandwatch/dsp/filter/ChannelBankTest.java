package io.bandwatch.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelBankTest {
    private static final double RATE_HZ = 2.4e6;
    private static final int BLOCK = 2048;

    @ParameterizedTest(name = "{0} Hz from the middle: {1} to {2} dB")
    @CsvSource({
        "0, -0.01, 0.01",
        "50e3, -0.01, 0.01",
        "-85e3, -0.05, 0.05",
        "102.5e3, -6.3, -5.7",
        "-130e3, -999, -55",
        "200e3, -999, -70",
        "-900e3, -999, -90"
    })
    void passesTheChannelAndStopsItsNeighbours(double distanceHz, double fromDb, double toDb) {
        double channelHz = 301_234.0;
        float[] re = new float[BLOCK];
        float[] im = new float[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            double phase = 2.0 * Math.PI * (channelHz + distanceHz) / RATE_HZ * i;
            re[i] = (float) Math.cos(phase);
            im[i] = (float) Math.sin(phase);
        }
        ChannelBank bank = new ChannelBank(RATE_HZ, BLOCK, 256);
        bank.load(re, im, 0);
        float[] samples = bank.samples(bank.tune(channelHz, 90e3));
        double power = 0.0;
        for (int i = bank.firstKept(); i < bank.firstKept() + bank.kept(); i++) {
            power += (samples[2 * i] * samples[2 * i] + samples[2 * i + 1] * samples[2 * i + 1]) / bank.kept();
        }
        // the flank is 6 dB down in its middle; beyond it the eighth of a block dropped leaves the tail of the response
        assertThat(Decibels.ofPower(power)).isBetween(fromDb, toDb);
    }

    @ParameterizedTest(name = "{0} samples")
    @CsvSource({"2047, 0", "2048, 1", "3583, 1", "3584, 2", "480000, 312"})
    void blocksFillTheFrame(int samples, int blocks) {
        ChannelBank bank = new ChannelBank(RATE_HZ, BLOCK, 256);
        assertThat(bank.blocks(samples)).isEqualTo(blocks);
        // what a block keeps is what it advances by: no gap, no overlap
        assertThat(bank.kept() / bank.channelRateHz()).isCloseTo(bank.hop() / RATE_HZ, within(1e-12));
    }
}
