package io.bandwatch.dsp.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final int BINS = 161;
    private static final int BLOCKS = 24;

    private final Random random = new Random(3);
    private final Projection projection = new Projection(2, BLOCKS, 1e-6);

    @Test
    void explainsAllOfAWaveformTurnedAndScaled() {
        project(1.7, 0.0, 0.0, 0.0);
        // single precision
        assertThat(projection.explained(0) / projection.total()).isCloseTo(1.0, within(1e-3));
    }

    @Test
    void explainsOfNoiseNothingOnAverage() {
        project(0.0, 0.0, 1.0, 0.0);
        // one gain out of 3864 values: chance explains 0.03 %, ten times that is once in thousands
        assertThat(projection.explained(0) / projection.total()).isCloseTo(0.0, within(4e-3));
    }

    @Test
    void splitsAMixtureAsItWasMixed() {
        project(2.0, 1.0, 1.0, 0.0);
        double total = projection.total();
        // powers 4, 1 and 1 of noise; 3864 values scatter by 2 %
        assertThat(projection.explained(0) / total).isCloseTo(4.0 / 6.0, within(0.03));
        assertThat(projection.explained(1) / total).isCloseTo(1.0 / 6.0, within(0.03));
    }

    @Test
    void makesUpForWaveformsThatComeInBursts() {
        project(1.0, 0.0, 0.0, 0.9);
        // a waveform that stands in few snippets: subtracting their own squares alone would lose a quarter of it
        assertThat(projection.explained(0) / projection.total()).isCloseTo(1.0, within(1e-3));
    }

    @Test
    void givesTheGainsOfWaveformsTakenTogether() {
        add(2.0, 1.0, 0.1, 0.0);
        double[] gains = projection.gains();
        // the first was turned by a quarter; noise of 0.1 in 3864 values leaves 0.002
        assertThat(gains).containsExactly(new double[] {0.0, 2.0, 1.0, 0.0}, within(0.01));
    }

    @Test
    void givesNoLargeGainsForWhatTwoWaveformsHardlyDifferIn() {
        // the channel is the difference of two waveforms that are the same but for a hundredth
        assertThat(gainOfDifference(1e-6)).isGreaterThan(90.0);
        assertThat(gainOfDifference(0.01)).isLessThan(2.0);
    }

    private double gainOfDifference(double ridge) {
        Projection of = new Projection(2, BLOCKS, ridge);
        of.reset(2);
        for (int b = 0; b < BLOCKS; b++) {
            float[] first = gaussian(1.0);
            float[] own = gaussian(1.0);
            float[] second = new float[2 * BINS];
            for (int i = 0; i < second.length; i++) {
                second[i] = first[i] + 0.01f * own[i];
            }
            of.add(own, new float[][] {first, second}, BINS);
        }
        return of.gains()[2];
    }

    /**
     * Projects a channel of two waveforms and noise on the two.
     *
     * @param quiet share of the snippets in which the first waveform is hardly there
     */
    private void project(double first, double second, double noise, double quiet) {
        add(first, second, noise, quiet);
        projection.solve();
    }

    private void add(double first, double second, double noise, double quiet) {
        projection.reset(second == 0.0 ? 1 : 2);
        for (int b = 0; b < BLOCKS; b++) {
            double level = b < quiet * BLOCKS ? 0.01 : 1.0;
            float[] a = gaussian(level);
            float[] c = gaussian(1.0);
            float[] own = gaussian(noise);
            for (int k = 0; k < 2 * BINS; k += 2) {
                // the first one turned by a quarter
                own[k] += (float) (-first * a[k + 1] + second * c[k]);
                own[k + 1] += (float) (first * a[k] + second * c[k + 1]);
            }
            projection.add(own, new float[][] {a, c}, BINS);
        }
    }

    private float[] gaussian(double level) {
        float[] values = new float[2 * BINS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (level * random.nextGaussian());
        }
        return values;
    }
}
