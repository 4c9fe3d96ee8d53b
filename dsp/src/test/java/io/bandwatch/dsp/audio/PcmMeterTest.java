package io.bandwatch.dsp.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.audio.PcmMeter.Measured;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmMeterTest {
    private static final int RATE_HZ = 48_000;
    private static final int LOOK = RATE_HZ / 5;
    private static final int LOOKS = 5;

    @ParameterizedTest(name = "{0} Hz at {1} samples a second, {2} dBFS: {3} LUFS")
    @CsvSource({
        // EBU Tech 3341, cases 1 and 2: both channels at -23 and -33 dBFS are as many LUFS at 1 kHz
        "1000, 48000, -23, -23",
        "1000, 48000, -33, -33",
        "1000, 44100, -23, -23",
        "1000, 32000, -23, -23",
        "1000, 8000, -23, -23",
        // ITU-R BS.1770-4, annex 1, figure 2: on the shelf, 4 dB less the 0.691 of the formula
        "10000, 48000, -23, -19.7",
        "10000, 44100, -23, -19.7",
        "10000, 32000, -23, -19.7",
        // figure 4: 40 Hz is 1.05 times the corner, where a double pole leaves 1.1 / 2.1
        "40, 48000, -23, -29.3",
        "40, 32000, -23, -29.3"
    })
    void aToneIsAsLoudAtEveryRate(double hz, int rateHz, double levelDbfs, double lufs) {
        double amplitude = Decibels.toAmplitude(levelDbfs);
        Measured last = stereo(rateHz, i -> amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
        // 0.1 LU: what EBU Tech 3341 allows a meter
        for (double block : last.sound().weightedMeanSquare()) {
            assertThat(AudioMeasurement.loudness(block)).isCloseTo(lufs, within(0.1));
        }
    }

    @ParameterizedTest(name = "a {0}th of the rate at {1} degrees, amplitude {2}: {3} dBTP")
    @CsvSource({
        // EBU Tech 3341, cases 15 to 19
        "4, 0, 0.5, -6.0",
        "4, 45, 0.5, -6.0",
        "6, 60, 0.5, -6.0",
        "8, 67.5, 0.5, -6.0",
        "4, 45, 1.41, 3.0"
    })
    void truePeaksAreThoseOfTheRecommendedCases(double part, double degrees, double amplitude, double dbtp) {
        double phase = Math.toRadians(degrees);
        double peak = stereo(RATE_HZ, i -> amplitude * Math.sin(2 * Math.PI * i / part + phase))
                .sound()
                .truePeak();
        // the tolerance of these cases
        assertThat(Decibels.ofAmplitude(peak)).isBetween(dbtp - 0.4, dbtp + 0.2);
    }

    @Test
    void theLargestSampleIsNotThePeak() {
        Measured last = stereo(RATE_HZ, i -> 0.5 * Math.sin(Math.PI * i / 2 + Math.PI / 4));
        // all samples stand 3 dB below it
        assertThat(last.blockPeak()[3]).isCloseTo(0.354, within(0.001));
        assertThat(last.sound().truePeak()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aPeakBetweenTwoLooksIsSeen() {
        PcmMeter meter = new PcmMeter(RATE_HZ, 1, LOOK);
        float[] first = new float[LOOK];
        float[] second = new float[LOOK];
        // two equal samples, one in each look: band-limited sound between them is 4 / pi as high
        first[LOOK - 1] = 0.5f;
        second[0] = 0.5f;
        double before = meter.measure(first, LOOK).sound().truePeak();
        double behind = meter.measure(second, LOOK).sound().truePeak();
        assertThat(before).isLessThan(0.55);
        assertThat(behind).isCloseTo(0.5 * 4 / Math.PI, within(0.02));
    }

    @Test
    void oneChannelIsAsLoudAsTheSameOnTwo() {
        PcmMeter mono = new PcmMeter(RATE_HZ, 1, LOOK);
        float[] samples = new float[LOOK];
        for (int i = 0; i < LOOK; i++) {
            samples[i] = (float) tone(i);
        }
        mono.measure(samples, LOOK);
        assertThat(mono.measure(samples, LOOK).sound().weightedMeanSquare()[1])
                .isCloseTo(stereo(RATE_HZ, PcmMeterTest::tone).sound().weightedMeanSquare()[1], within(1e-6));
    }

    @Test
    void loudnessDoesNotDependOnWhereLooksAreCut() {
        float[] sound = interleaved(0, LOOK * LOOKS, PcmMeterTest::tone);
        PcmMeter whole = new PcmMeter(RATE_HZ, 2, LOOK * LOOKS);
        double[] blocks = whole.measure(sound, LOOK * LOOKS).sound().weightedMeanSquare();
        double[] last = stereo(RATE_HZ, PcmMeterTest::tone).sound().weightedMeanSquare();
        assertThat(blocks).hasSize(2 * LOOKS);
        assertThat(last[1]).isCloseTo(blocks[2 * LOOKS - 1], within(1e-9));
    }

    @Test
    void knowsTheLineUpToneAndPeaksOfShortBlocks() {
        assertThat(stereo(RATE_HZ, PcmMeterTest::tone).lineUpToneShare()).isGreaterThan(0.99);
        Measured other = stereo(RATE_HZ, i -> 0.5 * Math.sin(2 * Math.PI * 440 * i / RATE_HZ));
        assertThat(other.lineUpToneShare()).isLessThan(0.01);
        Measured click = stereo(RATE_HZ, i -> i % LOOK == 1000 ? -0.25 : 0.0);
        assertThat(click.blockPeak()).hasSize(20);
        assertThat(click.blockPeak()[2]).isEqualTo(0.25);
        assertThat(click.blockPeak()[1]).isZero();
        assertThat(stereo(RATE_HZ, i -> 0.0).lineUpToneShare()).isNaN();
    }

    @Test
    void moreThanTwoChannelsAreRefused() {
        assertThatThrownBy(() -> new PcmMeter(RATE_HZ, 6, LOOK)).hasMessageContaining("channels");
    }

    private static double tone(int sample) {
        return 0.1 * Math.sin(2 * Math.PI * 1000 * sample / RATE_HZ);
    }

    /** What the last look of a second says, of the same on both channels. */
    private static Measured stereo(int rateHz, IntToDoubleFunction sound) {
        int look = rateHz / LOOKS;
        PcmMeter meter = new PcmMeter(rateHz, 2, look);
        Measured measured = meter.measure(interleaved(0, look, sound), look);
        for (int l = 1; l < LOOKS; l++) {
            measured = meter.measure(interleaved(l * look, look, sound), look);
        }
        return measured;
    }

    private static float[] interleaved(int from, int samples, IntToDoubleFunction sound) {
        float[] both = new float[2 * samples];
        for (int i = 0; i < samples; i++) {
            both[2 * i] = (float) sound.applyAsDouble(from + i);
            both[2 * i + 1] = both[2 * i];
        }
        return both;
    }
}
