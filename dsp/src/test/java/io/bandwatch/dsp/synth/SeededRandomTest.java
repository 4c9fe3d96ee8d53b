package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeededRandomTest {
    private static final int COUNT = 4_000_000;

    @Test
    void normalVariatesHaveTheMomentsAndTailsOfTheNormalDistribution() {
        SeededRandom random = new SeededRandom(1);
        double sum = 0.0;
        double squares = 0.0;
        double fourth = 0.0;
        int beyondTwo = 0;
        int beyondFour = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextGaussian();
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
            beyondTwo += Math.abs(x) > 2.0 ? 1 : 0;
            beyondFour += Math.abs(x) > 4.0 ? 1 : 0;
        }
        // five standard errors each
        assertThat(sum / COUNT).isCloseTo(0.0, within(0.0025));
        assertThat(squares / COUNT).isCloseTo(1.0, within(0.0036));
        assertThat(fourth / COUNT).isCloseTo(3.0, within(0.025));
        assertThat(beyondTwo / (double) COUNT).isCloseTo(0.0455003, within(0.00053));
        assertThat(beyondFour / (double) COUNT).isCloseTo(6.334e-5, within(2.0e-5));
    }

    @Test
    void shapeBetweenTheLayersIsRightToo() {
        SeededRandom random = new SeededRandom(2);
        int[] bins = new int[40];
        for (int i = 0; i < COUNT; i++) {
            double x = Math.abs(random.nextGaussian());
            if (x < 4.0) {
                bins[(int) (10.0 * x)]++;
            }
        }
        double chiSquare = 0.0;
        for (int b = 0; b < bins.length; b++) {
            double expected = 0.0;
            for (int k = 0; k < 100; k++) {
                double x = (b + (k + 0.5) / 100.0) / 10.0;
                expected += 2.0 * Math.exp(-0.5 * x * x) / Math.sqrt(2.0 * Math.PI) * 0.001 * COUNT;
            }
            chiSquare += (bins[b] - expected) * (bins[b] - expected) / expected;
        }
        // 40 bins: mean 40, standard deviation 9
        assertThat(chiSquare).isLessThan(85.0);
    }

    @Test
    void purposesOfOneSeedAreUnrelated() {
        SeededRandom one = SeededRandom.forPurpose(7, "noise");
        SeededRandom two = SeededRandom.forPurpose(7, "impulses");
        double product = 0.0;
        for (int i = 0; i < 100_000; i++) {
            product += one.nextGaussian() * two.nextGaussian();
        }
        // standard error 0.0032
        assertThat(product / 100_000).isCloseTo(0.0, within(0.016));
    }

    @Test
    void isAFunctionOfItsSeed() {
        SeededRandom random = new SeededRandom(42);
        long first = random.nextLong();
        assertThat(new SeededRandom(42).nextLong()).isEqualTo(first);
        assertThat(new SeededRandom(43).nextLong()).isNotEqualTo(first);
    }
}
