package io.bandwatch.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.signal.Decibels;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A tone is swept over the whole feed, and all power that comes out of a channel counts: what passes the filter, what
 * folds back at the lower rate, and what wraps around within a block.
 */
class ChannelMaskTest {
    private static final int BLOCKS = 3;

    @ParameterizedTest(name = "{0} S/s")
    @CsvSource({
        "240e3, 128",
        "250e3, 128",
        "300e3, 256",
        "1.024e6, 1024",
        "2.4e6, 2048",
        "10e6, 8192",
        "20.48e6, 16384",
        "25e6, 16384"
    })
    void theWideAndTheNarrowChannelKeepTheirMasks(double rateHz, int blockSize) {
        Path path = new Path(rateHz, blockSize);
        // a distance above half the rate is one below on the other side; the middle is off the bins and the centre
        double middleHz = 0.013 * rateHz + 123.4;
        double lowestHz = -0.5 * rateHz + 1e3;
        double highestHz = 0.5 * rateHz - 1e3;
        assertThat(SpectrumMask.WIDE.firstViolation(
                        path.response(middleHz, ChannelBank.WIDE_HALF_HZ), lowestHz, highestHz))
                .isEmpty();
        assertThat(SpectrumMask.NARROW.firstViolation(
                        path.response(middleHz, ChannelBank.NARROW_HALF_HZ), lowestHz, highestHz))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} S/s")
    @CsvSource({"300e3, 256", "1.024e6, 1024", "2.4e6, 2048", "10e6, 8192", "25e6, 16384"})
    void theStopBandBeginsWhereTheFlankEnds(double rateHz, int blockSize) {
        Path path = new Path(rateHz, blockSize);
        double stopHz = ChannelBank.WIDE_HALF_HZ + path.bank.flankHz();
        // an eighth of a millisecond, the shortest overlap, makes a flank of 39 kHz
        assertThat(stopHz).isLessThan(140e3);
        assertThat(new SpectrumMask(ChannelBank.WIDE_HALF_HZ, stopHz, -75)
                        .firstViolation(path.response(-4_567, ChannelBank.WIDE_HALF_HZ), -149e3, 149e3))
                .isEmpty();
    }

    @Test
    void aChannelOfAnotherWidthViolatesTheMask() {
        Path path = new Path(2.4e6, 2048);
        assertThat(SpectrumMask.WIDE.firstViolation(path.response(31_337, 80e3), -1.199e6, 1.199e6))
                .hasValueSatisfying(point -> assertThat(point).startsWith("-9").contains("outside +-0.1 dB"));
        // folds back: the channel has 300 kS/s
        assertThat(SpectrumMask.WIDE.firstViolation(path.response(31_337, 190e3), -1.199e6, 1.199e6))
                .hasValueSatisfying(point -> assertThat(point).contains("above -70.0 dB"));
    }

    /** From samples of a feed to samples of a channel, as a station's are received. */
    private static final class Path {
        private final double rateHz;
        private final BlockSpectra spectra;
        private final ChannelBank bank;
        private final ChannelCutter cutter;
        private final ChannelSamples run;
        private final float[] re;
        private final float[] im;

        Path(double rateHz, int blockSize) {
            this.rateHz = rateHz;
            this.bank = ChannelBank.ofStations(rateHz, blockSize);
            this.cutter = bank.cutter(BLOCKS);
            int samples = blockSize + (BLOCKS - 1) * blockSize / 4 * 3;
            this.spectra = new BlockSpectra(blockSize, samples, 1);
            this.run = new ChannelSamples(BLOCKS * bank.kept());
            this.re = new float[samples];
            this.im = new float[samples];
        }

        DoubleUnaryOperator response(double middleHz, double halfWidthHz) {
            ChannelBank.Channel channel = bank.tune(middleHz, halfWidthHz);
            return distanceHz -> {
                tone(middleHz + distanceHz);
                spectra.take(re, im, 0, re.length);
                for (int b = 0; b < spectra.blocks(); b++) {
                    spectra.transform(0, b);
                }
                cutter.cut(channel, spectra, 0, spectra.blocks(), 1, run);
                double power = 0;
                for (int i = 0; i < run.count(); i++) {
                    power += (double) run.re()[i] * run.re()[i] + (double) run.im()[i] * run.im()[i];
                }
                return Decibels.ofPower(Math.max(1e-20, power / run.count()));
            };
        }

        /** Turned on step by step and set right each thousand, which is exact and quick. */
        private void tone(double hz) {
            double turn = 2.0 * Math.PI * hz / rateHz;
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            double c = 1;
            double s = 0;
            for (int i = 0; i < re.length; i++) {
                if (i % 1000 == 0) {
                    c = Math.cos(turn * i);
                    s = Math.sin(turn * i);
                }
                re[i] = (float) c;
                im[i] = (float) s;
                double next = c * cos - s * sin;
                s = c * sin + s * cos;
                c = next;
            }
        }
    }
}
