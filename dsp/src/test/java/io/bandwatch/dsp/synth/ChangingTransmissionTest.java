package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingTransmissionTest {
    private static final double RATE_HZ = 480e3;
    private static final double CENTER_HZ = 98e6;

    @Test
    void aStepChangesTheLevelAtItsTimeAndNotBefore() {
        Transmission stepped = new Transmission(
                CENTER_HZ + 20e3,
                60.0,
                0.0,
                Multiplex.unmodulated(),
                List.of(Transmission.Span.ALWAYS),
                Transmission.Paths.DIRECT,
                List.of(new Transmission.LevelStep(0.1, -10.0), new Transmission.LevelStep(0.2, 3.0)));
        Samples samples = samples(stepped);
        // -80 dBFS of noise and 60 dB over it; the ramp takes 1 ms, so 2 ms are left out on either side
        assertThat(levelDb(samples, 0.0, 0.098)).isCloseTo(-20.0, within(0.05));
        assertThat(levelDb(samples, 0.102, 0.198)).isCloseTo(-30.0, within(0.05));
        assertThat(levelDb(samples, 0.202, 0.298)).isCloseTo(-17.0, within(0.05));
    }

    @Test
    void oneMultiplexFollowsAnotherWithoutAJumpOfThePhase() {
        Multiplex.Source first = Multiplex.tone(1_000.0, 10_000.0);
        Multiplex.Source changed = MultiplexSequence.of(List.of(
                new MultiplexSequence.Part(0.0, first),
                new MultiplexSequence.Part(0.1, Multiplex.unmodulated()),
                new MultiplexSequence.Part(0.2, first)));
        Samples samples = samples(Transmission.steady(CENTER_HZ, 60.0, changed));
        // the floor's phase noise at 60 dB is a milliradian a sample, 76 Hz rms and some hundreds at its crest; a jump
        // of the
        // phase by a tenth of a turn would read 48 kHz
        assertThat(widestDeviationHz(samples, 0.0, 0.3)).isCloseTo(10_000.0, within(600.0));
        assertThat(widestDeviationHz(samples, 0.102, 0.198)).isLessThan(600.0);
        assertThat(widestDeviationHz(samples, 0.202, 0.298)).isCloseTo(10_000.0, within(600.0));
    }

    private static Samples samples(Transmission transmission) {
        FloorShape floor = FloorShape.flat(-80.0);
        return Samples.of(
                new WidebandStream(RATE_HZ, CENTER_HZ, floor, List.of(transmission), 1), (int) (0.3 * RATE_HZ));
    }

    private static double levelDb(Samples samples, double fromS, double toS) {
        return Decibels.ofPower(samples.meanPowerBetween((int) (fromS * RATE_HZ), (int) (toS * RATE_HZ)));
    }

    private static double widestDeviationHz(Samples samples, double fromS, double toS) {
        double widest = 0.0;
        for (int i = (int) (fromS * RATE_HZ) + 1; i < (int) (toS * RATE_HZ); i++) {
            double cross = (double) samples.im[i] * samples.re[i - 1] - (double) samples.re[i] * samples.im[i - 1];
            double dot = (double) samples.re[i] * samples.re[i - 1] + (double) samples.im[i] * samples.im[i - 1];
            widest = Math.max(widest, Math.abs(Math.atan2(cross, dot) / (2.0 * Math.PI) * RATE_HZ));
        }
        return widest;
    }
}
