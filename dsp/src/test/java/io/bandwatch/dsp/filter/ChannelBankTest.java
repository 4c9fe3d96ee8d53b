package io.bandwatch.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.fft.BlockSpectra;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelBankTest {
    private static final double RATE_HZ = 2.4e6;
    private static final int BLOCK = 2048;
    private static final int CHANNEL = 256;

    @ParameterizedTest(name = "{0} samples")
    @CsvSource({"2047, 0", "2048, 1", "3583, 1", "3584, 2", "480000, 312"})
    void blocksFillTheFrame(int samples, int blocks) {
        BlockSpectra spectra = new BlockSpectra(BLOCK, 480_000, 1);
        spectra.take(new float[samples], new float[samples], 0, samples);
        assertThat(spectra.blocks()).isEqualTo(blocks);
        // what a block keeps is what it advances by: no gap, no overlap
        ChannelBank bank = new ChannelBank(RATE_HZ, BLOCK, CHANNEL);
        assertThat(bank.kept() / bank.channelRateHz()).isCloseTo(spectra.hop() / RATE_HZ, within(1e-12));
    }

    @ParameterizedTest(name = "lead-in of {0}")
    @CsvSource({"0, 0, 0", "1535, 0, 1535", "1536, 1, 0", "96000, 62, 768"})
    void aBlockStartsWithTheFrame(int lead, int firstOfFrame, int start) {
        BlockSpectra spectra = new BlockSpectra(BLOCK, 100_000, 1);
        spectra.take(new float[lead + 4000], new float[lead + 4000], lead, 4000);
        assertThat(spectra.firstOfFrame()).isEqualTo(firstOfFrame);
        assertThat(spectra.start()).isEqualTo(start);
        assertThat(spectra.blocks()).isEqualTo(firstOfFrame + 2);
    }

    @Test
    void aToneRunsOnFromBlockToBlockWithoutAStep() {
        int blocks = 40;
        double toneHz = 301_234.0;
        float[][] tone = tone(toneHz, blocks * BLOCK);
        BlockSpectra spectra = spectra(tone, 0, tone[0].length);
        ChannelBank bank = new ChannelBank(RATE_HZ, BLOCK, CHANNEL);
        // four middles, so that each of the four turns between blocks comes up
        for (double centreHz = 300e3; centreHz < 304e3; centreHz += 1172) {
            ChannelSamples run = cut(bank, spectra, centreHz);
            double turn = 2.0 * Math.PI * (toneHz - run.zeroHz()) / bank.channelRateHz();
            double startPhase = 2.0 * Math.PI * toneHz * bank.dropped() / bank.channelRateHz();
            // what the tone has turned less than its channel when the run begins
            double offset = 2.0 * Math.PI * run.zeroHz() * bank.dropped() / bank.channelRateHz();
            for (int i = 0; i < run.count(); i++) {
                double phase = startPhase - offset + turn * i;
                assertThat(run.re()[i]).isCloseTo((float) Math.cos(phase), within(3e-4f));
                assertThat(run.im()[i]).isCloseTo((float) Math.sin(phase), within(3e-4f));
            }
        }
    }

    @Test
    void framesJoinSampleBySample() {
        int frame = 60_000;
        int lead = 12_000;
        float[][] tone = tone(-512_345.0, lead + 3 * frame);
        for (int i = 0; i < tone[0].length; i++) {
            // modulated, so that samples differ from each other
            double turn = 30 * Math.sin(2e-3 * i);
            float x = tone[0][i];
            tone[0][i] = (float) (x * Math.cos(turn) - tone[1][i] * Math.sin(turn));
            tone[1][i] = (float) (x * Math.sin(turn) + tone[1][i] * Math.cos(turn));
        }
        ChannelBank bank = new ChannelBank(RATE_HZ, BLOCK, CHANNEL);
        ChannelSamples whole = cut(bank, spectra(tone, 0, tone[0].length), -500e3);
        for (int f = 0; f < 3; f++) {
            float[][] part = {
                Arrays.copyOfRange(tone[0], f * frame, f * frame + lead + frame),
                Arrays.copyOfRange(tone[1], f * frame, f * frame + lead + frame)
            };
            BlockSpectra spectra = spectra(part, lead, frame);
            ChannelSamples run = cut(bank, spectra, -500e3);
            int step = BLOCK / CHANNEL;
            int at = (f * frame + spectra.start()) / step;
            assertThat((f * frame + spectra.start()) % step).isZero();
            // a channel is moved to 0 from where its run starts, which is one constant turn against another start
            double turn = 2.0 * Math.PI * run.zeroHz() * (f * frame + spectra.start()) / RATE_HZ;
            float cos = (float) Math.cos(turn);
            float sin = (float) -Math.sin(turn);
            int reach = Math.min(run.count(), whole.count() - at);
            assertThat(reach * (double) step).isGreaterThanOrEqualTo(frame);
            for (int i = 0; i < reach; i++) {
                float re = cos * run.re()[i] - sin * run.im()[i];
                float im = sin * run.re()[i] + cos * run.im()[i];
                // 1e-3: what the filter lets through of the wrap-around, -60 dB; a lost sample would be 1
                assertThat(re).isCloseTo(whole.re()[at + i], within(1e-3f));
                assertThat(im).isCloseTo(whole.im()[at + i], within(1e-3f));
            }
        }
    }

    private static float[][] tone(double hz, int count) {
        float[][] samples = new float[2][count];
        for (int i = 0; i < count; i++) {
            double phase = 2.0 * Math.PI * hz / RATE_HZ * i;
            samples[0][i] = (float) Math.cos(phase);
            samples[1][i] = (float) Math.sin(phase);
        }
        return samples;
    }

    private static BlockSpectra spectra(float[][] samples, int lead, int count) {
        BlockSpectra spectra = new BlockSpectra(BLOCK, lead + count, 1);
        spectra.take(samples[0], samples[1], lead, count);
        for (int b = 0; b < spectra.blocks(); b++) {
            spectra.transform(0, b);
        }
        return spectra;
    }

    private static ChannelSamples cut(ChannelBank bank, BlockSpectra spectra, double centreHz) {
        ChannelSamples run = new ChannelSamples(spectra.mostBlocks() * bank.kept());
        bank.cutter(spectra.mostBlocks()).cut(bank.tune(centreHz, 100e3), spectra, 0, spectra.blocks(), 1, run);
        return run;
    }
}
