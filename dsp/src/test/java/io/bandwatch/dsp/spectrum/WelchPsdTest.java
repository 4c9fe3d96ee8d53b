package io.bandwatch.dsp.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.signal.Decibels;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WelchPsdTest {
    private static final int SIZE = 1024;
    private static final int COUNT = 64 * SIZE;

    @ParameterizedTest(name = "{0} cycles a segment")
    @ValueSource(doubles = {100, 100.5, 100.25, -300.7})
    void theBinsOfAFullScaleToneAddUpToOne(double cycles) {
        float[] re = new float[COUNT];
        float[] im = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double phase = 2 * Math.PI * cycles / SIZE * i;
            re[i] = (float) Math.cos(phase);
            im[i] = (float) Math.sin(phase);
        }
        double sum = Arrays.stream(power(re, im)).sum();
        assertThat(Decibels.ofPower(sum)).isCloseTo(0.0, within(0.01));
    }

    @Test
    void whiteNoiseHasItsDensityInEveryBin() {
        SplittableRandom random = new SplittableRandom(2);
        float[] re = new float[COUNT];
        float[] im = new float[COUNT];
        // uniform in -0.5..0.5: variance 1/12 in each part
        for (int i = 0; i < COUNT; i++) {
            re[i] = (float) (random.nextDouble() - 0.5);
            im[i] = (float) (random.nextDouble() - 0.5);
        }
        double[] power = power(re, im);
        double mean = Arrays.stream(power).average().orElseThrow();
        assertThat(Decibels.ofPower(mean)).isCloseTo(Decibels.ofPower(2.0 / 12 / SIZE), within(0.05));
        // 85 looks: one deviation of a bin is a ninth, so that seven of them are 75 %
        assertThat(Arrays.stream(power).min().orElseThrow()).isGreaterThan(0.25 * mean);
        assertThat(Arrays.stream(power).max().orElseThrow()).isLessThan(2.0 * mean);
    }

    @Test
    void aBurstOfImpulsesDoesNotRaiseTheAverage() {
        SplittableRandom random = new SplittableRandom(3);
        float[] re = new float[COUNT];
        float[] im = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            re[i] = (float) (0.01 * (random.nextDouble() - 0.5));
            im[i] = (float) (0.01 * (random.nextDouble() - 0.5));
        }
        double quiet = Arrays.stream(power(re, im)).sum();
        re[10 * SIZE + 17] = 1f;
        re[40 * SIZE + 5] = -1f;
        double disturbed = Arrays.stream(power(re, im)).sum();
        assertThat(Decibels.ofPower(disturbed / quiet)).isCloseTo(0.0, within(0.1));
        // the plain average over all segments, as two impulses of full scale would raise it
        double plain = (quiet * COUNT + 2) / COUNT;
        assertThat(Decibels.ofPower(plain / quiet)).isGreaterThan(3);
    }

    @Test
    void allocatesNothingOnceItIsWarm() {
        BlockSpectra spectra = new BlockSpectra(SIZE, COUNT, 1);
        WelchPsd psd = new WelchPsd(spectra);
        float[] re = new float[COUNT];
        float[] im = new float[COUNT];
        double[] out = new double[SIZE];
        for (int i = 0; i < 200; i++) {
            average(spectra, psd, re, im, out);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long idle = threads.getThreadAllocatedBytes(thread);
        long price = threads.getThreadAllocatedBytes(thread) - idle;
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 50; i++) {
            average(spectra, psd, re, im, out);
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before - price).isZero();
    }

    private static double[] power(float[] re, float[] im) {
        BlockSpectra spectra = new BlockSpectra(SIZE, COUNT, 1);
        double[] power = new double[SIZE];
        average(spectra, new WelchPsd(spectra), re, im, power);
        return power;
    }

    private static void average(BlockSpectra spectra, WelchPsd psd, float[] re, float[] im, double[] power) {
        spectra.take(re, im, 0, re.length);
        for (int b = 0; b < spectra.blocks(); b++) {
            spectra.transform(0, b);
        }
        psd.choose();
        for (int p = 0; p < psd.parts(); p++) {
            psd.average(p);
        }
        psd.power(power);
    }
}
