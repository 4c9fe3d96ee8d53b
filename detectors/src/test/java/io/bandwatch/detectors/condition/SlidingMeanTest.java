package io.bandwatch.detectors.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlidingMeanTest {
    /** Looks of 0.2 s, as many seconds of each value as asked. */
    private static SlidingMean after(double windowS, double... secondsAndValues) {
        SlidingMean mean = SlidingMean.NOTHING;
        for (int i = 0; i < secondsAndValues.length; i += 2) {
            for (int look = 0; look < Math.round(secondsAndValues[i] * 5); look++) {
                mean = mean.with(secondsAndValues[i + 1], 0.2, windowS);
            }
        }
        return mean;
    }

    @Test
    void standsForTheWindowWhateverItsPlaceInASecond() {
        for (int looks = 300; looks < 312; looks++) {
            SlidingMean mean = after(60, 0.2 * looks, 7);
            assertThat(mean.spans(60)).isTrue();
            assertThat(mean.observedS()).isCloseTo(60, within(1e-6));
            assertThat(mean.mean()).isCloseTo(7, within(1e-9));
        }
        assertThat(after(60, 59.8, 7).spans(60)).isFalse();
        assertThat(SlidingMean.NOTHING.mean()).isNaN();
    }

    @Test
    void forgetsWhatLiesFartherBack() {
        assertThat(after(5, 10, 100, 5, 1).mean()).isCloseTo(1, within(1e-9));
        assertThat(after(5, 10, 100, 2, 1).mean()).isCloseTo((3 * 100 + 2 * 1) / 5.0, within(1e-9));
    }

    @Test
    void datesAStepLongBeforeTheMeanPassesItsLimit() {
        // 0.9 for 100 s, then 1.3: the mean of a minute passes 1 after 15 s, the step is told to its second
        SlidingMean mean = after(60, 100, 0.9, 15.2, 1.3);
        assertThat(mean.mean()).isGreaterThan(1);
        assertThat(after(60, 100, 0.9, 14.8, 1.3).mean()).isLessThan(1);
        assertThat(mean.aboveS(1)).isCloseTo(15.2, within(1.0));
        assertThat(mean.belowS(1)).isZero();
        SlidingMean later = after(60, 100, 0.9, 60, 1.3, 8, 0.9);
        assertThat(later.mean()).isGreaterThan(1);
        assertThat(later.belowS(1)).isCloseTo(8, within(1.0));
    }
}
