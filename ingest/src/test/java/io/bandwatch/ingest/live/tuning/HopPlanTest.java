package io.bandwatch.ingest.live.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.dsp.band.BandAnalyser;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.FrequencyRange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopPlanTest {
    private static final Duration DWELL = HopPlan.USUAL_DWELL;
    private static final Duration SETTLE = HopPlan.USUAL_SETTLE;

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 2.048e6, 2.4e6, 3.2e6, 10e6})
    void seesEachChannelOfTheBand(double rateHz) {
        HopPlan plan = over(rateHz, 100e3, List.of());
        boolean[] seen = new boolean[ChannelRaster.FM.count()];
        for (long centerHz : plan.centersHz()) {
            BandSettings band = BandSettings.of(rateHz, (double) centerHz);
            float[] nothing = new float[band.leadSamples() + band.frameSamples()];
            BandMeasurement measured = new BandAnalyser(band).analyse(nothing, nothing, 0, band.frameSamples());
            for (int i = 0; i < measured.channelLevelDbfs().length; i++) {
                seen[measured.firstChannel() + i] = true;
            }
        }

        assertThat(seen).doesNotContain(false);
    }

    @Test
    void takesTwelveVisitsOfAReceiverOfTheUsualRate() {
        HopPlan plan = over(2.4e6, 100e3, List.of());

        assertThat(plan.centersHz()).hasSize(12);
        assertThat(plan.round()).isEqualTo(Duration.ofMillis(3600));
        assertThat(plan.centersHz()).allSatisfy(hz -> assertThat(hz % 100_000)
                .as("the constant component is between channels")
                .isEqualTo(50_000));
    }

    @Test
    void visitsPriorityChannelsTwiceARound() {
        HopPlan plan = over(2.4e6, 100e3, List.of(108_000_000L, 107_900_000L));
        long last = plan.centersHz().get(plan.centersHz().size() - 1);

        assertThat(plan.centersHz()).hasSize(13);
        assertThat(plan.centersHz().stream().filter(hz -> hz == last)).hasSize(2);
        assertThat(plan.centersHz().indexOf(last)).as("in the middle").isBetween(5, 7);
    }

    @Test
    void hearsWhatHasPriorityAboutTwiceAsOften() {
        HopPlan plan = over(2.4e6, 100e3, List.of(97_500_000L));
        long twice = plan.centersHz().stream()
                .filter(hz -> plan.revisit(hz).compareTo(plan.round()) < 0)
                .findFirst()
                .orElseThrow();
        assertThat(Math.abs(twice - 97_500_000L)).isLessThan(1_000_000L);
        // 13 visits, so 6 and 7 apart
        assertThat(plan.revisit(twice)).isEqualTo(Duration.ofMillis(7 * 300));
        assertThat(plan.revisit(plan.centersHz().get(1))).isEqualTo(plan.round());
    }

    @Test
    void hasRoomForTwoPrioritiesInAShortRound() {
        HopPlan plan = HopPlan.over(
                new FrequencyRange(95e6, 100e6),
                BandSettings.USABLE_SHARE * 2.4e6,
                100e3,
                List.of(97_500_000L, 99_800_000L),
                DWELL,
                SETTLE);
        assertThat(plan.centersHz()).hasSize(5);
        assertThat(plan.centersHz().stream().distinct()).hasSize(3);
        assertThat(plan.centersHz().stream().filter(hz -> plan.revisit(hz).compareTo(plan.round()) < 0))
                .hasSize(4);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> over(2.4e6, 3e6, List.of())).hasMessageContaining("nothing is left to see");
        assertThatThrownBy(() -> over(2.4e6, 1e5, List.of(120_000_000L))).hasMessageContaining("outside the band");
        assertThatThrownBy(() -> over(20e6, 1e5, List.of(98_000_000L))).hasMessageContaining("leave 'priority' out");
        assertThatThrownBy(() -> new HopPlan(List.of(98_000_000L, 98_000_000L), DWELL, SETTLE))
                .hasMessageContaining("twice in a row");
        assertThatThrownBy(() -> new HopPlan(List.of(98_000_000L), Duration.ofMillis(50), SETTLE))
                .hasMessageContaining("a dwell of 50 ms");
    }

    private static HopPlan over(double rateHz, double overlapHz, List<Long> priorityHz) {
        return HopPlan.over(
                FrequencyRange.FM_BAND, BandSettings.USABLE_SHARE * rateHz, overlapHz, priorityHz, DWELL, SETTLE);
    }
}
