package io.bandwatch.detectors.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.Decibels;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases of EBU Tech 3341, 2016, table 1, and EBU Tech 3342, 2016, table 1, with real tones at their full length. Left out
 * are those that are programmes of others (7 and 8; 5 and 6 of the latter); peaks (15 to 23) are tested beside their meter.
 */
class PcmLoudnessTest {
    private static final int RATE_HZ = 48_000;

    /** What the cases of Tech 3341 allow, LU. */
    private static final double TOLERANCE_LU = 0.1;

    /** What those of Tech 3342 allow, LU; ours are of the steps that loudness is counted in. */
    private static final double RANGE_TOLERANCE_LU = 0.2;

    private PcmProgramme programme = new PcmProgramme(RATE_HZ, 2);

    @ParameterizedTest(name = "case {0}: {1} is {2} LUFS")
    @CsvSource({
        "1, -23 20, -23",
        "2, -33 20, -33",
        "3, -36 10 -23 60 -36 10, -23",
        "4, -72 10 -36 10 -23 60 -36 10 -72 10, -23",
        "5, -26 20 -20 20.1 -26 20, -23"
    })
    void integratedLoudnessIsThatOfTheCase(int number, String levels, double lufs) {
        play(levels);
        assertThat(programme.figures().loudnessLufs()).as("case %d", number).isCloseTo(lufs, within(TOLERANCE_LU));
        if (number < 3) {
            assertThat(programme.figures().momentaryMaxLufs()).isCloseTo(lufs, within(TOLERANCE_LU));
            assertThat(programme.figures().shortTermMaxLufs()).isCloseTo(lufs, within(TOLERANCE_LU));
        }
    }

    @ParameterizedTest(name = "{0} channels")
    @ValueSource(ints = {5, 6})
    void loudnessOfSurroundIsThatOfItsChannels(int channels) {
        // case 6: left and right at -28, centre at -24, surrounds at -30; and the same with a channel of effects,
        // silent
        programme = new PcmProgramme(RATE_HZ, channels);
        double[] levels =
                channels == 5 ? new double[] {-28, -28, -24, -30, -30} : new double[] {-28, -28, -24, -300, -30, -30};
        programme.hear(tone(20, levels));
        assertThat(programme.figures().loudnessLufs()).isCloseTo(-23, within(TOLERANCE_LU));
        // what two loudspeakers play of it, the obvious measure, is louder where the same comes from everywhere
        assertThat(programme.figures().levelDbfs() + 3.01).isGreaterThan(-22);
    }

    @Test
    void shortTermLoudnessOfAnEndlessPatternIsConstant() {
        // case 9: the pattern is as long as the window
        play("-20 1.34 -30 1.66 ".repeat(5));
        assertThat(from(programme.shortTermLufs(), 30))
                .allSatisfy(lufs -> assertThat(lufs).isCloseTo(-23, within(TOLERANCE_LU)));
    }

    @Test
    void threeSecondsAreAsLoudWhereverTheyBegin() {
        // case 10
        for (int i = 0; i < 20; i++) {
            programme = new PcmProgramme(RATE_HZ, 2);
            play("-300 " + i * 0.15 + " -23 3 -300 1");
            assertThat(programme.figures().shortTermMaxLufs()).as("%d", i).isCloseTo(-23, within(TOLERANCE_LU));
        }
    }

    @Test
    void theLoudestThreeSecondsFollowARisingProgramme() {
        // case 11: without a reset; each is louder than the one before
        for (int i = 0; i < 20; i++) {
            play("-300 " + i * 0.15 + " " + (i - 38) + " 3 -300 " + (3 - i * 0.15));
            assertThat(programme.figures().shortTermMaxLufs()).as("%d", i).isCloseTo(i - 38, within(TOLERANCE_LU));
        }
    }

    @Test
    void momentaryLoudnessOfAnEndlessPatternIsConstant() {
        // case 12
        play("-20 0.18 -30 0.22 ".repeat(25));
        assertThat(from(programme.momentaryLufs(), 10))
                .allSatisfy(lufs -> assertThat(lufs).isCloseTo(-23, within(TOLERANCE_LU)));
    }

    @Test
    void aBurstOfFourTenthsIsAsLoudWhereverItBegins() {
        // case 13; who looks every 100 ms, the least that is asked for, misses up to an eighth of it
        double looked = 0;
        for (int i = 0; i < 20; i++) {
            programme = new PcmProgramme(RATE_HZ, 2);
            play("-300 " + i * 0.02 + " -23 0.4 -300 1");
            assertThat(programme.figures().momentaryMaxLufs()).as("%d", i).isCloseTo(-23, within(TOLERANCE_LU));
            looked = Math.min(
                    looked,
                    programme.momentaryLufs().stream()
                            .mapToDouble(Double::doubleValue)
                            .filter(Double::isFinite)
                            .max()
                            .orElse(0));
        }
        assertThat(looked).isLessThan(-23.4);
    }

    @Test
    void theLoudestMomentFollowsARisingProgramme() {
        // case 14
        for (int i = 0; i < 20; i++) {
            play("-300 " + i * 0.02 + " " + (i - 38) + " 0.4 -300 " + (0.4 - i * 0.02) + " -300 0.2");
            assertThat(programme.figures().momentaryMaxLufs()).as("%d", i).isCloseTo(i - 38, within(TOLERANCE_LU));
        }
    }

    @ParameterizedTest(name = "Tech 3342, case {0}: {1} spreads over {2} LU")
    @CsvSource({
        "1, -20 20 -30 20, 10",
        "2, -20 20 -15 20, 5",
        "3, -40 20 -20 20, 20",
        "4, -50 20 -35 20 -20 20 -35 20 -50 20, 15"
    })
    void loudnessRangeIsThatOfTheCase(int number, String levels, double lu) {
        play(levels);
        assertThat(programme.figures().loudnessRangeLu())
                .as("case %d", number)
                .isCloseTo(lu, within(RANGE_TOLERANCE_LU));
    }

    @Test
    void aRangeIsNotToldOfAFewSentences() {
        play("-20 10 -30 10");
        assertThat(programme.figures().loudnessRangeLu()).isNaN();
    }

    @Test
    void theLoudestLessTheSoftestIsNoRange() {
        // the obvious rule: a shout of 3 s in minutes of talk is no programme of great range
        play("-23 80 -6 3 -23 80");
        assertThat(programme.figures().loudnessRangeLu()).isLessThan(0.5);
        assertThat(programme.figures().shortTermMaxLufs()).isGreaterThan(-7);
    }

    private static List<Double> from(List<Double> values, int first) {
        return values.subList(first, values.size());
    }

    /** Levels of both channels in dBFS and seconds in turn. */
    private void play(String levels) {
        String[] words = levels.trim().split(" +", -1);
        for (int i = 0; i < words.length; i += 2) {
            double level = Double.parseDouble(words[i]);
            programme.hear(tone(Double.parseDouble(words[i + 1]), level, level));
        }
    }

    private static float[] tone(double seconds, double... levelsDbfs) {
        int channels = levelsDbfs.length;
        float[] samples = new float[channels * (int) Math.round(seconds * RATE_HZ)];
        double[] amplitudes =
                DoubleStream.of(levelsDbfs).map(Decibels::toAmplitude).toArray();
        for (int i = 0; i < samples.length / channels; i++) {
            double sine = Math.sin(2 * Math.PI * 1000 * i / RATE_HZ);
            for (int c = 0; c < channels; c++) {
                samples[channels * i + c] = (float) (amplitudes[c] * sine);
            }
        }
        return samples;
    }
}
