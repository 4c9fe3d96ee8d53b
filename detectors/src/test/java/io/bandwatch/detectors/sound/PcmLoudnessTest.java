package io.bandwatch.detectors.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of EBU Tech 3341, 2016, table 1, with real tones; times are shortened where that changes nothing. */
class PcmLoudnessTest {
    private static final int RATE_HZ = 48_000;

    /** What these cases allow, LU. */
    private static final double TOLERANCE_LU = 0.1;

    private final PcmProgramme programme = new PcmProgramme(RATE_HZ, 2);

    @ParameterizedTest(name = "{0} dBFS for {1} s, {2} for {3} s, {4} for {5} s: {6} LUFS")
    @CsvSource({
        "-23, 20, -23, 0, -23, 0, -23",
        "-33, 20, -33, 0, -33, 0, -33",
        // the relative gate takes the ends out
        "-36, 10, -23, 60, -36, 10, -23",
        // and the absolute gate what is below -70
        "-72, 10, -36, 10, -23, 60, -23",
        "-26, 20, -20, 20.2, -26, 20, -23"
    })
    void integratedLoudnessIsThatOfTheCase(
            double one, double oneS, double two, double twoS, double three, double threeS, double lufs) {
        tone(one, oneS);
        tone(two, twoS);
        tone(three, threeS);
        assertThat(programme.figures().loudnessLufs()).isCloseTo(lufs, within(TOLERANCE_LU));
    }

    @Test
    void shortTermLoudnessOfAnEndlessPatternIsConstant() {
        // case 9: the pattern is as long as the window
        for (int i = 0; i < 5; i++) {
            tone(-20, 1.34);
            tone(-30, 1.66);
        }
        assertThat(programme
                        .shortTermLufs()
                        .subList(30, programme.shortTermLufs().size()))
                .allSatisfy(lufs -> assertThat(lufs).isCloseTo(-23, within(TOLERANCE_LU)));
    }

    @Test
    void momentaryLoudnessOfAnEndlessPatternIsConstant() {
        // case 12
        for (int i = 0; i < 25; i++) {
            tone(-20, 0.18);
            tone(-30, 0.22);
        }
        assertThat(programme
                        .momentaryLufs()
                        .subList(6, programme.momentaryLufs().size()))
                .allSatisfy(lufs -> assertThat(lufs).isCloseTo(-23, within(TOLERANCE_LU)));
    }

    @Test
    void aBurstOfThreeSecondsIsAsLoudAsItIs() {
        // case 10: silence before and behind
        tone(-120, 1);
        tone(-23, 3);
        tone(-120, 1);
        assertThat(programme.figures().shortTermMaxLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        assertThat(programme.figures().momentaryMaxLufs()).isCloseTo(-23, within(TOLERANCE_LU));
    }

    private void tone(double levelDbfs, double seconds) {
        float[] both = new float[2 * (int) Math.round(seconds * RATE_HZ)];
        double amplitude = Decibels.toAmplitude(levelDbfs);
        for (int i = 0; i < both.length / 2; i++) {
            both[2 * i] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * i / RATE_HZ));
            both[2 * i + 1] = both[2 * i];
        }
        programme.hear(both);
    }
}
