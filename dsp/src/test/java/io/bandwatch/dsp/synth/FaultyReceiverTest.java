package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyReceiverTest {
    private static final double RATE_HZ = 1e6;
    private static final double CENTER_HZ = 98e6;
    private static final double NEGATIVE = Double.NEGATIVE_INFINITY;

    @Test
    void mirrorsACarrierByTheUnequalBranches() {
        // image rejection of 1 dB and 3 degrees: |(1 - g e^-jp) / (1 + g e^jp)|, about 24.0 dB down
        Samples samples = receive(faults(1.0, 3.0, NEGATIVE, 0.0, List.of(), List.of()), 1e5);
        double image = samples.powerIn(-0.1, 0.001) / samples.powerIn(0.1, 0.001);
        assertThat(Decibels.ofPower(image)).isCloseTo(-24.0, within(0.3));
    }

    @Test
    void addsItsConstantAndItsTones() {
        Samples samples =
                receive(faults(0.0, 0.0, -40.0, 0.0, List.of(), List.of(new ReceiverFaults.Spur(-2e5, -50.0))), 1e5);
        assertThat(Decibels.ofPower(samples.powerIn(0.0, 0.001))).isCloseTo(-40.0, within(0.1));
        assertThat(Decibels.ofPower(samples.powerIn(-0.2, 0.001))).isCloseTo(-50.0, within(0.1));
    }

    @Test
    void twoCarriersMakeTheProductsThatTheInterceptForetells() {
        ReceiverFaults faults = new ReceiverFaults(0, 0, 0.0, List.of(), 0, 0, NEGATIVE, List.of(), 0.0, List.of());
        Transmission one = Transmission.steady(CENTER_HZ + 1e5, 180.0, Multiplex.unmodulated());
        Transmission two = Transmission.steady(CENTER_HZ + 2e5, 180.0, Multiplex.unmodulated());
        Samples samples = Samples.of(new FaultyReceiver(air(List.of(one, two)), faults, RATE_HZ, 1), 200_000);
        // two tones of -20 dBFS, intercept 0 dBFS: products at 3 * -20 dB
        assertThat(Decibels.ofPower(samples.powerIn(0.3, 0.001))).isCloseTo(-60.0, within(0.2));
        assertThat(Decibels.ofPower(samples.powerIn(0.0, 0.001))).isCloseTo(-60.0, within(0.2));
    }

    @Test
    void limitsEachBranch() {
        Samples samples = receive(faults(0.0, 0.0, NEGATIVE, -26.0, List.of(), List.of()), 1e5);
        for (int i = 0; i < samples.re.length; i++) {
            assertThat(Math.max(Math.abs(samples.re[i]), Math.abs(samples.im[i])))
                    .isLessThanOrEqualTo(0.0502f);
        }
    }

    @Test
    void stepsItsGainAtTheTimesAsked() {
        ReceiverFaults.GainStep down = new ReceiverFaults.GainStep(0.02, -6.0);
        ReceiverFaults.GainStep up = new ReceiverFaults.GainStep(0.05, 3.0);
        Samples samples = receive(faults(0.0, 0.0, NEGATIVE, 0.0, List.of(down, up), List.of()), 1e5);
        assertThat(Decibels.ofPower(samples.meanPowerBetween(0, 20_000))).isCloseTo(-20.0, within(0.05));
        assertThat(Decibels.ofPower(samples.meanPowerBetween(20_000, 50_000))).isCloseTo(-26.0, within(0.05));
        assertThat(Decibels.ofPower(samples.meanPowerBetween(50_000, 100_000))).isCloseTo(-17.0, within(0.05));
    }

    @Test
    void losesSamplesAndGoesOnBehindThem() {
        ReceiverFaults.Drop drop = new ReceiverFaults.Drop(0.01, 0.004);
        ReceiverFaults lossy = new ReceiverFaults(
                0, 0, Double.POSITIVE_INFINITY, List.of(), 0, 0, NEGATIVE, List.of(), 0.0, List.of(drop));
        Samples whole = receive(ReceiverFaults.NONE, 12_345.0);
        Samples cut = receive(lossy, 12_345.0);
        assertThat(cut.re[9_999]).isEqualTo(whole.re[9_999]);
        assertThat(cut.re[10_000]).isEqualTo(whole.re[14_000]);
        assertThat(cut.re[60_000]).isEqualTo(whole.re[64_000]);
    }

    @Test
    void picksUpAsManyImpulsesAsAsked() {
        ReceiverFaults faults = new ReceiverFaults(
                2_000.0, -6.0, Double.POSITIVE_INFINITY, List.of(), 0, 0, NEGATIVE, List.of(), 0.0, List.of());
        Samples samples = Samples.of(new FaultyReceiver(air(List.of()), faults, RATE_HZ, 9), 1_000_000);
        int impulses = 0;
        for (int i = 1; i < samples.re.length; i++) {
            double before = Math.hypot(samples.re[i - 1], samples.im[i - 1]);
            double now = Math.hypot(samples.re[i], samples.im[i]);
            impulses += now > 0.49 && before < 0.49 ? 1 : 0;
        }
        // a Poisson count of 2000 in one second: four times its spread of 45
        assertThat(impulses).isBetween(1_820, 2_180);
    }

    @Test
    void doesNotCareForBlockLengths() {
        ReceiverFaults faults = new ReceiverFaults(
                5_000.0,
                -6.0,
                10.0,
                List.of(new ReceiverFaults.GainStep(0.01, -3.0)),
                0.5,
                2.0,
                -50.0,
                List.of(new ReceiverFaults.Spur(1e5, -40.0)),
                -1.0,
                List.of(new ReceiverFaults.Drop(0.02, 0.003)));
        Transmission carrier = Transmission.steady(CENTER_HZ, 180.0, Multiplex.tone(1e3, 3e4));
        Samples whole = Samples.of(new FaultyReceiver(air(List.of(carrier)), faults, RATE_HZ, 1), 50_000);
        FaultyReceiver receiver = new FaultyReceiver(air(List.of(carrier)), faults, RATE_HZ, 1);
        Samples pieces = new Samples(50_000);
        for (int at = 0; at < 50_000; at += Math.min(777, 50_000 - at)) {
            receiver.read(pieces.re, pieces.im, at, Math.min(777, 50_000 - at));
        }
        assertThat(pieces.re).isEqualTo(whole.re);
        assertThat(pieces.im).isEqualTo(whole.im);
    }

    private static ReceiverFaults faults(
            double imbalanceDb,
            double imbalanceDeg,
            double dcDbfs,
            double clipDbfs,
            List<ReceiverFaults.GainStep> steps,
            List<ReceiverFaults.Spur> spurs) {
        return new ReceiverFaults(
                0, 0, Double.POSITIVE_INFINITY, steps, imbalanceDb, imbalanceDeg, dcDbfs, spurs, clipDbfs, List.of());
    }

    private static Samples receive(ReceiverFaults faults, double offsetHz) {
        Transmission carrier = Transmission.steady(CENTER_HZ + offsetHz, 180.0, Multiplex.unmodulated());
        return Samples.of(new FaultyReceiver(air(List.of(carrier)), faults, RATE_HZ, 1), 100_000);
    }

    private static WidebandStream air(List<Transmission> emissions) {
        return new WidebandStream(RATE_HZ, CENTER_HZ, FloorShape.flat(-200.0), emissions, 1);
    }
}
