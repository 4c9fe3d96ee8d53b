package io.bandwatch.detectors.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeComparisonTest {
    private static final int BANDS = AudioMeasurement.LEVEL_BANDS;
    private static final int STEPS_PER_S = 50;

    /** Speech as its levels show it: syllables of a fifth of a second, pauses between words, all bands alike but not equal. */
    private static byte[] speech(long seed, double seconds, double noise) {
        Random words = new Random(seed * 0x9E3779B97F4A7C15L);
        Random hiss = new Random((seed + 1000) * 0x9E3779B97F4A7C15L);
        byte[] levels = new byte[((int) (seconds * STEPS_PER_S)) * BANDS];
        double level = 0;
        double[] tilt = new double[BANDS];
        for (int i = 0; i < levels.length / BANDS; i++) {
            if (i % 10 == 0) {
                level = words.nextInt(5) == 0 ? 10 : 70 + 25 * words.nextDouble();
                Arrays.setAll(tilt, band -> 12 * words.nextGaussian());
            }
            for (int band = 0; band < BANDS; band++) {
                double value = level + tilt[band] + noise * hiss.nextGaussian();
                levels[i * BANDS + band] = (byte) Math.max(0, Math.min(127, value));
            }
        }
        return levels;
    }

    private static ProgrammeMemory memory(byte[] levels, double fromS, double toS) {
        int from = (int) Math.round(fromS * STEPS_PER_S);
        int to = (int) Math.round(toS * STEPS_PER_S);
        return new ProgrammeMemory(Arrays.copyOfRange(levels, from * BANDS, to * BANDS), 1_000_000);
    }

    private static Likeness likeness(ProgrammeMemory later, ProgrammeMemory earlier) {
        ProgrammeComparison.Agreement best = ProgrammeComparison.refined(
                ProgrammeComparison.best(ProgrammeComparison.later(later), ProgrammeComparison.earlier(earlier)),
                later,
                earlier);
        return new Likeness("A", 98_000_000, best.delayS(), best.correlation(), best.comparedS());
    }

    private static double correlation(ProgrammeMemory later, ProgrammeMemory earlier) {
        return ProgrammeComparison.best(ProgrammeComparison.later(later), ProgrammeComparison.earlier(earlier))
                .correlation();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6.3, -0.4, 0, 0.02, 1.24, 9.9})
    void findsTheDelayOfTheSameProgrammeToAStep(double delayS) {
        byte[] first = speech(1, 45, 3);
        byte[] second = speech(1, 45, 6);
        Likeness found = likeness(memory(first, 20 - delayS, 32 - delayS), memory(second, 10, 32));
        assertThat(found.isSame()).isTrue();
        assertThat(found.delayS()).isCloseTo(delayS, within(0.021));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.bandwatch.detectors.Seeds#hundred")
    void neverTakesTwoProgrammesForOneHoweverShortTheyAre(long seed) {
        byte[] first = speech(seed, 22, 3);
        byte[] second = speech(seed + 100_000, 22, 3);
        for (double seconds : new double[] {1.8, 3.2, 5, 10, 22}) {
            assertThat(likeness(memory(first, 0, seconds), memory(second, 0, seconds))
                            .isSame())
                    .isFalse();
        }
    }

    @Test
    void knowsTenSecondsOfTwoProgrammesForTwo() {
        assertThat(likeness(memory(speech(5, 22, 3), 0, 22), memory(speech(6, 22, 3), 0, 22))
                        .isOther())
                .isTrue();
    }

    @Test
    void saysNothingOfSilenceAndOfLessThanOneAndAHalfSeconds() {
        byte[] silence = new byte[20 * STEPS_PER_S * BANDS];
        Arrays.fill(silence, (byte) 12);
        assertThat(correlation(memory(silence, 0, 20), memory(silence, 0, 20))).isNaN();
        byte[] speech = speech(3, 20, 3);
        assertThat(correlation(memory(speech, 0, 1.5), memory(speech, 0, 20))).isNaN();
    }

    @Test
    void comparingAtTheSameMomentMissesARelayThatComesASecondLater() {
        byte[] sound = speech(9, 45, 3);
        ProgrammeMemory relay = memory(sound, 10, 22);
        ProgrammeMemory station = memory(sound, 11, 23);
        double atOnce = correlation(relay.levels(), station.levels());
        assertThat(atOnce).isLessThan(0.4);
        assertThat(likeness(relay, station).isSame()).isTrue();
    }

    private static double correlation(byte[] a, byte[] b) {
        double ma = 0;
        double mb = 0;
        for (int i = 0; i < a.length; i++) {
            ma += (double) a[i] / a.length;
            mb += (double) b[i] / b.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
