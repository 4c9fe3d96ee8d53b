package io.bandwatch.dsp.ts;

import static io.bandwatch.dsp.ts.SteadyMultiplex.VIDEO_PID;
import static io.bandwatch.signal.ts.TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PCR_REPETITION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.ts.TsObservation;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is judged by arrival must not hold the way here against the multiplex. */
class ArrivalTest {
    @Test
    void aNetworkThatPausesIsNotALateClock() {
        byte[] stream = new SteadyMultiplex(10_000).stream();

        TsObservation end = arriving(stream, ms -> ms > 5_000 && ms < 5_300 ? 5_300 : ms);

        assertThat(IndicatorsTest.counts(end)).isEmpty();
        assertThat(longestIntervalS(end)).as("by arrival alone it would be").isGreaterThan(0.25);
    }

    @Test
    void aClockThatIsLateIsSoByArrivalToo() {
        byte[] stream = new SteadyMultiplex(10_000)
                .change(VIDEO_PID, ms -> ms > 5_000 && ms < 5_150, packet -> packet.withPcr(-1)).stream();

        assertThat(IndicatorsTest.counts(arriving(stream, ms -> ms)))
                .isEqualTo(Map.of(PCR_REPETITION_ERROR, 1L, PCR_DISCONTINUITY_INDICATOR_ERROR, 1L));
    }

    private static double longestIntervalS(TsObservation end) {
        return end.pcrs()[0].longestIntervalS();
    }

    private static TsObservation arriving(byte[] stream, IntUnaryOperator arrivalMs) {
        TsMeter meter = new TsMeter();
        TsObservation last = meter.observe();
        for (int ms = 0; ms * 188 < stream.length; ms++) {
            meter.accept(stream, ms * 188, 188, arrivalMs.applyAsInt(ms) * 1_000_000L);
            last = meter.due() ? meter.observe() : last;
        }
        return last;
    }
}
