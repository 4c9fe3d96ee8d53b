package io.bandwatch.detectors.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.AudioMeasurement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTotalsTest {
    private static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    private SoundTotals totals = SoundTotals.NOTHING;
    private int looks;

    @ParameterizedTest(name = "{0} for {1} s, {2} for {3} s, {4} for {5} s: {6}")
    @CsvSource({
        // after EBU Tech 3341, 2016, cases 1 to 5: sequences of levels and their integrated loudness
        "-23, 20, -23, 0, -23, 0, -23",
        "-33, 20, -33, 0, -33, 0, -33",
        "-36, 10, -23, 60, -36, 10, -23",
        "-72, 10, -23, 60, -36, 10, -23",
        "-26, 20, -20, 20.2, -26, 20, -23"
    })
    void integratedLoudnessIsThatOfTheRecommendedCases(
            double one, double oneS, double two, double twoS, double three, double threeS, double lufs) {
        hear(Sounds.mono(one), oneS).hear(Sounds.mono(two), twoS).hear(Sounds.mono(three), threeS);
        // 0.1 LU: the tolerance of these cases
        assertThat(totals.figures().loudnessLufs()).isCloseTo(lufs, within(0.1));
    }

    @Test
    void pausesDoNotMakeAProgrammeQuieter() {
        hear(Sounds.mono(-20), 60).hear(Sounds.mono(-60), 60);
        assertThat(totals.figures().loudnessLufs()).isCloseTo(-20, within(0.1));
        // the plain mean, the obvious rule, falls by 3 dB: -23 dBFS is what a tone of -20 LUFS has in the sum channel
        assertThat(totals.figures().levelDbfs()).isCloseTo(-26, within(0.1));
    }

    @Test
    void theLoudestMomentAndTheLoudestThreeSecondsAreKept() {
        hear(Sounds.mono(-30), 10).hear(Sounds.mono(-10), 0.4).hear(Sounds.mono(-30), 10);
        assertThat(totals.figures().momentaryMaxLufs()).isCloseTo(-10, within(0.05));
        // 0.4 s of -10 in 3 s, the rest 20 dB below: -10 + 10 lg(0.4 / 3 + 2.6 / 3 / 100)
        assertThat(totals.figures().shortTermMaxLufs()).isCloseTo(-18.5, within(0.1));
    }

    @Test
    void whatLiesOnBothSidesOfAGapIsNoMoment() {
        hear(Sounds.mono(-20), 0.2);
        looks += 10;
        hear(Sounds.mono(-20), 0.2);
        assertThat(totals.figures().momentaryMaxLufs()).isNaN();
        hear(Sounds.mono(-20), 0.2);
        assertThat(totals.figures().momentaryMaxLufs()).isCloseTo(-20, within(0.05));
        assertThat(totals.figures().shortTermMaxLufs()).isNaN();
    }

    @Test
    void nothingHasNoLoudness() {
        hear(Sounds.of(0, 0, 0, 0), 10);
        assertThat(totals.figures().loudnessLufs()).isNaN();
        assertThat(totals.figures().truePeakDbfs()).isNaN();
        assertThat(totals.figures().silenceShare()).isEqualTo(1);
    }

    @Test
    void aSilentStationInNoiseIsSilentWhereAFixedThresholdHearsProgramme() {
        // 20 dB C/N: noise of -51 dBFS in the sum channel, which a limit of -60 dBFS takes for sound
        double noise = 8e-6;
        AudioMeasurement silent = Sounds.of(0, 0, noise, 10 * noise);
        assertThat(silent.blockMeanSquareSum()[0]).isGreaterThan(1e-6);
        hear(silent, 2);
        assertThat(totals.figures().silenceShare()).isEqualTo(1);
        // quiet music 9 dB above that noise is none, though a limit raised above the noise of 10 dB C/N would say so
        totals = SoundTotals.NOTHING;
        hear(Sounds.of(7 * noise, 0, noise, 10 * noise), 2);
        assertThat(totals.figures().silenceShare()).isZero();
    }

    @Test
    void anInvertedProgrammeIsNotSilentThoughItsSumIs() {
        hear(Sounds.of(0, 0.01, 1e-6, 1e-5), 2);
        assertThat(totals.figures().silenceShare()).isZero();
    }

    @ParameterizedTest(name = "difference {0} of the sum")
    @CsvSource({"0, 1.0", "0.25, 0.6", "1, 0", "4, -0.6"})
    void noiseOfTheDifferenceDoesNotPassForWidth(double share, double correlation) {
        double sum = 0.001;
        hear(Sounds.of(sum, share * sum, 0.01 * sum, 0.1 * sum), 2);
        assertThat(totals.figures().correlation()).isCloseTo(correlation, within(1e-6));
        // the same without taking the noise off: a mono programme looks like one with some width
        AudioMeasurement look = Sounds.of(sum, share * sum, 0.01 * sum, 0.1 * sum);
        assertThat(look.correlation() < 0.9).as("%s", look.correlation()).isTrue();
    }

    private SoundTotalsTest hear(AudioMeasurement audio, double seconds) {
        for (int i = 0; i < Math.round(seconds / 0.2); i++) {
            totals = totals.with(audio, true, 0.2, START.plusMillis(200L * looks++));
        }
        return this;
    }
}
