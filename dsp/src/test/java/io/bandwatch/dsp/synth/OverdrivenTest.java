package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OverdrivenTest {
    private static final double RATE_HZ = 600e3;

    @Test
    void flingsTheCarrierAwayBeyondTheLimitOnOneSideOnly() {
        float[] driven = read(Overdriven.of(Multiplex.tone(1000, 60e3), 40e3, 250e3));
        float highest = 0f;
        float lowest = 0f;
        for (float deviation : driven) {
            highest = Math.max(highest, deviation);
            lowest = Math.min(lowest, deviation);
        }
        // a crest of 60 kHz passes 40 kHz by more than a fifth of it
        assertThat(highest).isBetween(309e3f, 311e3f);
        assertThat(lowest).isBetween(-61e3f, -59e3f);
    }

    @Test
    void leavesWhatStaysBelowTheLimitAsItIs() {
        assertThat(read(Overdriven.of(Multiplex.tone(1000, 39e3), 40e3, -250e3)))
                .containsExactly(read(Multiplex.tone(1000, 39e3)));
    }

    @Test
    void asksForRoomToBeFlungInto() {
        Multiplex.Source tone = Multiplex.tone(1000, 60e3);
        assertThat(Overdriven.of(tone, 40e3, -250e3).reachHz()).isEqualTo(tone.reachHz() + 250e3);
    }

    @Test
    void refusesALimitThatIsNone() {
        assertThatThrownBy(() -> Overdriven.of(Multiplex.unmodulated(), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limitHz > 0");
    }

    private static float[] read(Multiplex.Source source) {
        float[] deviationHz = new float[1200];
        source.open(RATE_HZ).read(deviationHz, deviationHz.length);
        return deviationHz;
    }
}
