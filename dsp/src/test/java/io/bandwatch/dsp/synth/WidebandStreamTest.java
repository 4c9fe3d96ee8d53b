package io.bandwatch.dsp.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidebandStreamTest {
    private static final double CENTER_HZ = 98.0e6;
    private static final FloorShape SILENT = FloorShape.flat(-200.0);

    @ParameterizedTest(name = "{0} S/s, {1} Hz from the centre")
    @CsvSource({
        "240000, 20000",
        "2400000, -900000",
        "2400000, 230017.3",
        "2048000, 0",
        "10000000, 3333333",
        "25000000, -10450000"
    })
    void putsAnUnmodulatedCarrierWhereAndAsStrongAsAsked(double rateHz, double offsetHz) {
        FloorShape floor = FloorShape.flat(-220.0);
        Transmission carrier = Transmission.steady(CENTER_HZ + offsetHz, 200.0, Multiplex.unmodulated());
        Samples samples =
                Samples.of(new WidebandStream(rateHz, CENTER_HZ, floor, List.of(carrier), 1), (int) (rateHz / 20));
        // 0.05 dB: the ripple of a filter that is 90 dB down elsewhere is thousandths of a dB
        assertThat(Decibels.ofPower(samples.meanPower())).isCloseTo(-20.0, within(0.05));
        // a straight line of phase over 50 ms: any jump between blocks, or a hertz of error, shows
        assertThat(samples.frequencyHz(rateHz)).isCloseTo(offsetHz, within(0.05));
        assertThat(samples.worstPhaseErrorTurns(offsetHz / rateHz)).isLessThan(0.002);
    }

    @Test
    void keepsTheCarrierToNoiseRatioOnASlopedFloor() {
        double rateHz = 2.4e6;
        FloorShape floor = FloorShape.flat(-60.0).withSlope(12.0).withRipple(3.0, 700e3);
        for (double offsetHz : new double[] {-900e3, -300e3, 150e3, 950e3}) {
            Transmission carrier = Transmission.steady(CENTER_HZ + offsetHz, 10.0, Multiplex.unmodulated());
            WidebandStream stream = new WidebandStream(rateHz, CENTER_HZ, floor, List.of(carrier), 3);
            WidebandStream empty = new WidebandStream(rateHz, CENTER_HZ, floor, List.of(), 3);
            Samples with = Samples.of(stream, 1 << 20);
            Samples without = Samples.of(empty, 1 << 20);
            double noise = 10.0 * without.powerIn(offsetHz / rateHz, 20e3 / rateHz);
            double carrierPower = with.minus(without).meanPower();
            // 0.2 dB: the power of 8738 windows, exponentially distributed, is known within 0.05 dB (1 sigma)
            assertThat(Decibels.ofPower(carrierPower / noise)).isCloseTo(10.0, within(0.2));
            assertThat(Decibels.ofPower(noise)).isCloseTo(stream.noiseDbfsIn200Khz(CENTER_HZ + offsetHz), within(0.2));
        }
    }

    @Test
    void givesTheSameSamplesHoweverTheyAreAskedFor() {
        Samples whole = Samples.of(scene(), 60_000);
        Samples pieces = new Samples(60_000);
        WidebandStream stream = scene();
        SeededRandom cuts = new SeededRandom(5);
        for (int at = 0; at < 60_000; ) {
            int count = Math.min(60_000 - at, 1 + cuts.nextInt(7001));
            stream.read(pieces.re, pieces.im, at, count);
            at += count;
        }
        assertThat(pieces.re).isEqualTo(whole.re);
        assertThat(pieces.im).isEqualTo(whole.im);
    }

    @Test
    void differsWithTheSeed() {
        WidebandStream other = new WidebandStream(2.4e6, CENTER_HZ, FloorShape.flat(-40.0), List.of(), 8);
        WidebandStream one = new WidebandStream(2.4e6, CENTER_HZ, FloorShape.flat(-40.0), List.of(), 7);
        assertThat(Samples.of(other, 100).re).isNotEqualTo(Samples.of(one, 100).re);
    }

    @Test
    void keysACarrierAtTheSecondsAsked() {
        Transmission carrier = Transmission.steady(CENTER_HZ + 1e5, 140.0, Multiplex.unmodulated())
                .onAirFrom(0.010, 0.025);
        Samples samples = Samples.of(new WidebandStream(1e6, CENTER_HZ, SILENT, List.of(carrier), 1), 50_000);
        // outside the span and the 1 ms ramps, with 1 ms of grace for the filter
        assertThat(samples.meanPowerBetween(0, 9_000)).isLessThan(1e-14);
        assertThat(Decibels.ofPower(samples.meanPowerBetween(12_000, 24_000))).isCloseTo(-60.0, within(0.02));
        assertThat(samples.meanPowerBetween(27_000, 50_000)).isLessThan(1e-14);
    }

    @Test
    void echoKeepsTheMeanPowerAndMovesItWithDoppler() {
        Transmission carrier = Transmission.steady(CENTER_HZ, 140.0, Multiplex.unmodulated())
                .over(new Transmission.Paths(List.of(new Transmission.Echo(6e-6, 0.5, 20.0)), 0.0, 0.0));
        Samples samples = Samples.of(new WidebandStream(1e6, CENTER_HZ, SILENT, List.of(carrier), 1), 200_000);
        // four whole turns of the echo
        assertThat(Decibels.ofPower(samples.meanPower())).isCloseTo(-60.0, within(0.05));
        double crest = 0.0;
        double trough = 1.0;
        for (int at = 0; at < 200_000; at += 1_000) {
            crest = Math.max(crest, samples.meanPowerBetween(at, at + 1_000));
            trough = Math.min(trough, samples.meanPowerBetween(at, at + 1_000));
        }
        // (1 + 0.5) / (1 - 0.5) in amplitude: 9.54 dB
        assertThat(Decibels.ofPower(crest / trough)).isCloseTo(9.54, within(0.3));
    }

    private static WidebandStream scene() {
        Transmission voice = Transmission.steady(CENTER_HZ - 2e5, 20.0, Multiplex.noise(4, 15e3, 3e3))
                .over(new Transmission.Paths(List.of(new Transmission.Echo(12e-6, 0.4, 1.0)), 5.0, 6.0));
        Transmission tone = Transmission.steady(CENTER_HZ + 3e5, 30.0, Multiplex.tone(1e3, 50e3))
                .onAirFrom(0.004, 0.015);
        return new WidebandStream(2.4e6, CENTER_HZ, FloorShape.flat(-50.0).withSlope(6.0), List.of(voice, tone), 7);
    }
}
