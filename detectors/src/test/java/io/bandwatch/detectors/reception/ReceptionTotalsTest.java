package io.bandwatch.detectors.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RdsBits;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReceptionTotalsTest {
    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void peakDeviationLeavesOutOneSampleInTenThousand() {
        // a carrier that stands at +-50 kHz half of the time each, and for one sample in 20 000 at 90 kHz
        int[] histogram = new int[FmReception.STEPS];
        int middle = FmReception.STEPS / 2;
        histogram[middle - 50] = 100_000;
        histogram[middle + 50] = 99_990;
        histogram[middle + 90] = 10;
        Modulation modulation = modulation(totals(1, look(histogram, 50e3 * 50e3, 0, audio(0.1, 0, 1e-9))), 40);
        assertThat(modulation.peakDeviationHz()).isCloseTo(50e3, within(600.0));
        assertThat(modulation.rmsDeviationHz()).isCloseTo(50e3, within(1.0));
        // the largest value ever seen, the obvious rule, is a click and not the programme
        assertThat(90e3).isGreaterThan(modulation.peakDeviationHz() + 30e3);
    }

    @Test
    void theHistogramKeepsItsPlaceWhenACarrierDrifts() {
        int[] histogram = new int[FmReception.STEPS];
        histogram[FmReception.STEPS / 2] = 1000;
        ReceptionTotals totals = ReceptionTotals.NOTHING
                .with(look(98_000_000, histogram, 1, 0, audio(0.1, 0, 1e-9)), START)
                .with(look(98_010_000, histogram, 1, 0, audio(0.1, 0, 1e-9)), START);
        assertThat(totals.histogram().meanHz()).isCloseTo(5000, within(1e-6));
    }

    @Test
    void belowTwentyDecibelsThereIsNoDeviation() {
        ReceptionTotals totals = totals(50, look(new int[FmReception.STEPS], 1e8, 0, audio(0.1, 0, 1e-9)));
        assertThat(totals.modulation(19.9, totals).rmsDeviationHz()).isNaN();
        assertThat(totals.modulation(19.9, totals).mpxPowerDbr()).isNaN();
        assertThat(totals.modulation(20.1, totals).rmsDeviationHz()).isCloseTo(1e4, within(1e-6));
    }

    @Test
    void aSineOfNineteenKilohertzIsTheReferenceOfMultiplexPower() {
        double reference = 19e3 * 19e3 / 2;
        ReceptionTotals ten = totals(50, look(new int[FmReception.STEPS], reference, 0, audio(0.1, 0, 1e-9)));
        assertThat(ten.modulation(30, ten).mpxPowerDbr()).isCloseTo(0, within(1e-9));
        assertThat(ten.modulation(30, ten).mpxWindowS()).isCloseTo(10, within(1e-6));
        // a minute twice as strong in the middle of three is the one that counts
        ReceptionTotals totals = totals(300, look(new int[FmReception.STEPS], reference, 0, audio(0.1, 0, 1e-9)));
        for (int i = 0; i < 300; i++) {
            totals = totals.with(look(new int[FmReception.STEPS], 2 * reference, 0, audio(0.1, 0, 1e-9)), START);
        }
        for (int i = 0; i < 300; i++) {
            totals = totals.with(look(new int[FmReception.STEPS], reference, 0, audio(0.1, 0, 1e-9)), START);
        }
        assertThat(totals.modulation(30, totals).mpxPowerDbr()).isCloseTo(10 * Math.log10(2), within(0.01));
        assertThat(totals.modulation(30, totals).mpxWindowS()).isCloseTo(60, within(0.5));
    }

    @Test
    void aSecondIsToldThePowerOfTheLastMinuteAndNotTheHighest() {
        double reference = 19e3 * 19e3 / 2;
        ReceptionTotals recording =
                totals(300, look(new int[FmReception.STEPS], 2 * reference, 0, audio(0.1, 0, 1e-9)));
        for (int i = 0; i < 300; i++) {
            recording = recording.with(look(new int[FmReception.STEPS], reference, 0, audio(0.1, 0, 1e-9)), START);
        }
        ReceptionTotals second = totals(5, look(new int[FmReception.STEPS], reference, 0, audio(0.1, 0, 1e-9)));
        assertThat(second.modulation(30, second).mpxPowerDbr())
                .as("of itself it is too short")
                .isNaN();
        assertThat(second.modulation(30, recording).mpxPowerDbr()).isCloseTo(0, within(0.01));
        assertThat(second.modulation(30, recording).mpxWindowS()).isCloseTo(60, within(0.5));
    }

    @Test
    void aPilotWithoutDifferenceIsNoStereo() {
        AudioMeasurement mono = audio(0.1, 2e-6, 1e-6);
        assertThat(modulation(totals(10, look(new int[FmReception.STEPS], 1, 0, mono)), 30)
                        .stereo())
                .isFalse();
        AudioMeasurement stereo = audio(0.1, 0.01, 1e-6);
        Modulation modulation = modulation(totals(10, look(new int[FmReception.STEPS], 1, 0, stereo)), 30);
        assertThat(modulation.stereo()).isTrue();
        assertThat(modulation.pilot()).isTrue();
        assertThat(modulation.pilotDeviationHz()).isCloseTo(6750, within(1e-6));
    }

    private static Modulation modulation(ReceptionTotals totals, double snrDb) {
        return totals.modulation(snrDb, totals);
    }

    private static ReceptionTotals totals(int looks, FmReception look) {
        ReceptionTotals totals = ReceptionTotals.NOTHING;
        for (int i = 0; i < looks; i++) {
            totals = totals.with(look, START.plusMillis(200L * i));
        }
        return totals;
    }

    @Test
    void theFilterIsTheOneOfMostOfTheTime() {
        FmReception wide = look(new int[FmReception.STEPS], 1e8, 0, audio(0.1, 0, 1e-9));
        FmReception narrow = new FmReception(
                true,
                0.2,
                98e6,
                98e6,
                wide.deviationHistogram(),
                1e8,
                0,
                0.01,
                6750,
                40,
                19_000,
                wide.audio(),
                RdsBits.NONE);
        ReceptionTotals half = ReceptionTotals.NOTHING.with(wide, START).with(narrow, START);
        assertThat(modulation(half, 30).narrow()).isFalse();
        assertThat(modulation(half.with(narrow, START), 30).narrow()).isTrue();
        assertThat(modulation(half.with(narrow, START).restarted().with(wide, START), 30)
                        .narrow())
                .isFalse();
    }

    private static FmReception look(int[] histogram, double meanSquare, double noise, AudioMeasurement audio) {
        return look(98_000_000, histogram, meanSquare, noise, audio);
    }

    private static FmReception look(
            double centreHz, int[] histogram, double meanSquare, double noise, AudioMeasurement audio) {
        return new FmReception(
                false,
                0.2,
                centreHz,
                centreHz,
                histogram,
                meanSquare,
                noise,
                0.01,
                6750,
                40,
                19_000,
                audio,
                RdsBits.NONE);
    }

    private static AudioMeasurement audio(double sum, double difference, double noise) {
        double[] blocks = new double[4];
        Arrays.fill(blocks, sum);
        return new AudioMeasurement(
                0.2, sum, difference, 0, blocks, noise, 2 * noise, new byte[0], new double[0], 0, new byte[0], 0);
    }
}
