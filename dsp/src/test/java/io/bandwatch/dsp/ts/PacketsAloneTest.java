package io.bandwatch.dsp.ts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.check.TsLimits;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacketsAloneTest {
    private final byte[] stream = new SteadyMultiplex(5_000)
                    .change(SteadyMultiplex.VIDEO_PID, ms -> ms > 2_000 && ms < 2_500, packet -> packet.withPcr(-1))
                    .change(SteadyMultiplex.VIDEO_PID, ms -> ms > 3_000, SteadyMultiplex.Packet::scrambledNow)
                    .stream();

    @Test
    void countsEveryPacketAsTheWholeMeterDoes() {
        TsObservation whole = Recordings.last(stream);
        TsObservation alone = alone();

        assertThat(alone.counts()).isEqualTo(whole.counts());
        assertThat(alone.pcrs()).isEqualTo(whole.pcrs());
        assertThat(alone.bitrateBps()).isEqualTo(whole.bitrateBps());
        assertThat(Arrays.stream(alone.pids()).map(TsPid::packets))
                .containsExactlyElementsOf(
                        Arrays.stream(whole.pids()).map(TsPid::packets).toList());
        assertThat(count(alone, TsIndicator.PCR_REPETITION_ERROR))
                .isEqualTo(count(whole, TsIndicator.PCR_REPETITION_ERROR))
                .isPositive();
    }

    @Test
    void saysNothingOfWhatPacketsCarry() {
        TsObservation alone = alone();

        assertThat(alone.services()).isEmpty();
        assertThat(Arrays.stream(alone.indicators()).map(TsIndicatorCount::indicator))
                .contains(TsIndicator.CONTINUITY_COUNT_ERROR)
                .doesNotContain(TsIndicator.PAT_ERROR_2, TsIndicator.PMT_ERROR_2, TsIndicator.CAT_ERROR);
    }

    private TsObservation alone() {
        TsMeter meter = TsMeter.ofPackets(TsLimits.guideline());
        int at = 0;
        while (at < stream.length) {
            at += meter.accept(stream, at, stream.length - at);
            if (meter.due()) {
                meter.observe();
            }
        }
        for (meter.end(); meter.due(); meter.end()) {
            meter.observe();
        }
        return meter.observe();
    }

    private static long count(TsObservation observation, TsIndicator indicator) {
        return Arrays.stream(observation.indicators())
                .filter(count -> count.indicator() == indicator)
                .mapToLong(TsIndicatorCount::count)
                .sum();
    }
}
