package io.bandwatch.dsp.fm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loudness, true peak and the relation of left and right, through a transmitter and the receiver. */
class SoundReceiverTest {
    private static final double PILOT_HZ = 6750;

    @ParameterizedTest(name = "{0} Hz, {1} and {2}: {3} LKFS")
    @CsvSource({
        // ITU-R BS.1770-4, annex 1: 997 Hz at full scale on one channel
        "997, 1.0, 0.0, -3.01",
        "997, 0.0, 1.0, -3.01",
        "997, 1.0, 1.0, 0.0",
        "997, 0.5, -0.5, -6.02",
        // EBU Tech 3341, case 1: 1 kHz, both at -23 dBFS
        "1000, 0.0708, 0.0708, -23.0"
    })
    void aToneHasTheLoudnessOfTheRecommendation(double hz, double left, double right, double lufs) {
        List<FmReception> looks = received(60, 3, tone(left, hz), tone(right, hz));
        for (FmReception look : looks) {
            assertThat(look.audio().weightedMeanSquare()).hasSize(10);
            for (double block : look.audio().weightedMeanSquare()) {
                // 0.1 LU: what EBU Tech 3341 allows a meter
                assertThat(AudioMeasurement.loudness(block)).isCloseTo(lufs, within(0.1));
            }
        }
        double sumAlone =
                AudioMeasurement.loudness(2 * mean(looks, look -> look.audio().meanSquareSum()));
        // the sum channel alone, the obvious shortcut, misses what is on one side or turned against the other
        assertThat(Math.abs(sumAlone - lufs) > 2).isEqualTo(left != right);
    }

    @Test
    void aPeakBetweenTheSamplesIsFound() {
        // EBU Tech 3341, case 16: a quarter of the rate, 45 degrees off, so that all samples stand 3 dB below the peak
        double quarter = FmFrames.RATE_HZ / 8 / 4;
        DoubleUnaryOperator tone = t -> 0.5 * Math.sin(2 * Math.PI * quarter * t + Math.PI / 4);
        for (FmReception look : received(70, 3, tone, tone(0, 1000))) {
            assertThat(look.audio().truePeak()).isCloseTo(0.5, within(0.01));
        }
        // and far above the programme's own level, on one side alone
        assertThat(Math.sqrt(received(70, 1, tone, tone(0, 1000)).get(0).audio().meanSquareSum()))
                .isLessThan(0.2);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"0.4, 0.4, 1.0", "0.4, -0.4, -1.0", "0.4, 0.0, 0.0"})
    void leftAndRightAgreeAsTheyWereSent(double left, double right, double correlation) {
        // different tones are not correlated; the same tone with both signs fully
        DoubleUnaryOperator second = right == 0 ? tone(0.4, 1700) : tone(right, 1000);
        for (FmReception look : received(60, 3, tone(left, 1000), second)) {
            assertThat(look.audio().correlation()).isCloseTo(correlation, within(0.02));
        }
    }

    @ParameterizedTest(name = "{0} dB C/N")
    @CsvSource({"22, -38", "28, -44", "40, -56"})
    void noiseIsAsLoudAsItsCarrierToNoiseRatioTells(double cnDb, double lufs) {
        List<FmReception> looks = new FmFrames(50e-6, PILOT_HZ, cnDb).receive(10, tone(0, 1000), tone(0, 1000));
        double measured = mean(looks, look -> look.audio().weightedMeanSquare()[0]);
        double expected = mean(looks, look -> look.audio().expectedWeightedNoise());
        assertThat(AudioMeasurement.loudness(measured)).isCloseTo(lufs, within(2.0));
        // the emptiest of three gaps of the multiplex reads a little low
        assertThat(10 * Math.log10(expected / measured)).isBetween(-1.5, 0.7);
        assertThat(mean(looks, look -> look.audio().meanSquareDifference()))
                .isGreaterThan(mean(looks, look -> look.audio().meanSquareSum()));
    }

    @Test
    void fiftyAndSeventyFiveMicrosecondsDifferAsTheirTimeConstantsDo() {
        double hz = 5000;
        double fifty = level(new FmFrames(50e-6, PILOT_HZ, 60), hz);
        double seventyFive = level(new FmFrames(75e-6, PILOT_HZ, 60), hz);
        double turn = 2 * Math.PI * hz;
        double theory = 10 * Math.log10((1 + Math.pow(turn * 75e-6, 2)) / (1 + Math.pow(turn * 50e-6, 2)));
        assertThat(fifty - seventyFive).isCloseTo(theory, within(0.05));
    }

    private static double level(FmFrames frames, double hz) {
        return 10
                * Math.log10(mean(frames.receive(2, tone(0.5, hz), tone(0.5, hz)), look -> look.audio()
                        .meanSquareSum()));
    }

    private static List<FmReception> received(
            double cnDb, int frames, DoubleUnaryOperator left, DoubleUnaryOperator right) {
        return new FmFrames(0, PILOT_HZ, cnDb).receive(frames, left, right);
    }

    private static DoubleUnaryOperator tone(double amplitude, double hz) {
        return t -> amplitude * Math.sin(2 * Math.PI * hz * t);
    }

    private static double mean(List<FmReception> looks, ToDoubleFunction<FmReception> what) {
        return looks.stream().mapToDouble(what).average().orElseThrow();
    }
}
