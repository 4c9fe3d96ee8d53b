package io.bandwatch.dsp.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.dsp.audio.PcmMeter.Measured;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.Decibels;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmMeterTest {
    private static final int RATE_HZ = 48_000;
    private static final int LOOK = RATE_HZ / 5;
    private static final int LOOKS = 5;
    private static final ChannelLayout STEREO = new ChannelLayout(2, 0);

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
        double mean = Arrays.stream(last.sound().weightedMeanSquare()).average().orElse(0);
        assertThat(AudioMeasurement.loudness(mean)).isCloseTo(lufs, within(0.1));
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
        PcmMeter meter = new PcmMeter(RATE_HZ, new ChannelLayout(1, 0), LOOK);
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
        PcmMeter mono = new PcmMeter(RATE_HZ, new ChannelLayout(1, 0), LOOK);
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
        PcmMeter whole = new PcmMeter(RATE_HZ, STEREO, LOOK * LOOKS);
        double[] blocks = whole.measure(sound, LOOK * LOOKS).sound().weightedMeanSquare();
        double[] last = stereo(RATE_HZ, PcmMeterTest::tone).sound().weightedMeanSquare();
        assertThat(blocks).hasSize(10 * LOOKS);
        assertThat(last[1]).isCloseTo(blocks[10 * LOOKS - 9], within(1e-9));
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
    void soundWithoutChannelsIsRefused() {
        assertThatThrownBy(() -> new ChannelLayout(0, 0)).hasMessageContaining("channels");
    }

    @ParameterizedTest(name = "taken {0} quarters of a sample later")
    @CsvSource({"0", "1", "2", "3"})
    void aLoudPeriodPeaksAtFullScaleWhereverItsSamplesLie(int quarters) {
        // after EBU Tech 3341, cases 20 to 23: a sixth of the rate at -6 dBFS, and once, for some periods, at full
        // scale;
        // the bell swells so slowly that all of it lies below half the rate
        double middle = LOOK / 2.0;
        double width = 12;
        double peak = stereo(RATE_HZ, i -> {
                    double t = i % LOOK - middle + quarters / 4.0;
                    double bell = Math.exp(-t * t / (2 * width * width));
                    return (0.5 + 0.5 * bell) * Math.cos(2 * Math.PI * t / 6);
                })
                .sound()
                .truePeak();
        assertThat(Decibels.ofAmplitude(peak)).isBetween(-0.4, 0.2);
    }

    @ParameterizedTest(name = "channel {0} of six counts {1} dB")
    @CsvSource({"0, 0.0", "1, 0.0", "2, 0.0", "4, 1.5", "5, 1.5"})
    void surroundsCountMore(int channel, double moreDb) {
        // ITU-R BS.1770-4, annex 1: -3.01 LKFS for 997 Hz at full scale on left, centre or right
        double lufs = AudioMeasurement.loudness(six(channel).sound().weightedMeanSquare()[3]);
        assertThat(lufs).isCloseTo(-23 - 3.01 + moreDb, within(0.05));
    }

    @Test
    void lowFrequencyEffectsAreNotLoudButHaveAPeak() {
        Measured effects = six(3);
        assertThat(effects.sound().weightedMeanSquare()[3]).isZero();
        assertThat(Decibels.ofAmplitude(effects.sound().truePeak())).isCloseTo(-23, within(0.1));
        assertThat(effects.sound().meanSquareSum()).isZero();
    }

    @Test
    void aFourthChannelIsWhatTheStreamSaysItIs() {
        // left, right, centre and one at the back; without a word it would be two at the sides
        assertThat(new ChannelLayout(4, 0x107).weights()).containsExactly(1, 1, 1, 1.41);
        assertThat(new ChannelLayout(4, 0).weights()).containsExactly(1, 1, 1.41, 1.41);
        // 3.1: the fourth is not counted
        assertThat(new ChannelLayout(4, 0x0F).weights()).containsExactly(1, 1, 1, 0);
        // of eight, those at the back are beyond 120 degrees
        assertThat(new ChannelLayout(8, 0xC3F).weights()).containsExactly(1, 1, 1, 0, 1, 1, 1.41, 1.41);
    }

    /** The last look of a tone of 997 Hz at -23 dBFS on one of six channels. */
    private static Measured six(int channel) {
        PcmMeter meter = new PcmMeter(RATE_HZ, new ChannelLayout(6, 0xC0F), LOOK);
        float[] samples = new float[6 * LOOK];
        Measured last = meter.measure(samples, LOOK);
        for (int look = 0; look < LOOKS; look++) {
            for (int i = 0; i < LOOK; i++) {
                double turn = 2 * Math.PI * 997 * (look * LOOK + i) / RATE_HZ;
                samples[6 * i + channel] = (float) (Decibels.toAmplitude(-23) * Math.sin(turn));
            }
            last = meter.measure(samples, LOOK);
        }
        return last;
    }

    private static double tone(int sample) {
        return 0.1 * Math.sin(2 * Math.PI * 1000 * sample / RATE_HZ);
    }

    /** What the last look of a second says, of the same on both channels. */
    private static Measured stereo(int rateHz, IntToDoubleFunction sound) {
        int look = rateHz / LOOKS;
        PcmMeter meter = new PcmMeter(rateHz, STEREO, look);
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
