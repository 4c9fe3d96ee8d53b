package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.licences.StationProfile;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link SoundDetector}.
 *
 * @param lowestSnrDb carrier over noise below which nothing is told of the sound, dB: clicks then add to the noise that is
 *     expected
 * @param lowestStereoSnrDb the same for left and right, whose difference lies where there is more noise
 * @param silenceLufs loudness below which all is silence
 * @param overNoiseDb how far sound must stand above the noise that is expected. Too low: noise is taken for sound; too high:
 *     quiet passages of weak stations for silence
 * @param silence times of silence
 * @param classicalSilence the same for classical music
 * @param deviationLu how far short-term loudness may be off the learned level, LU. Too low: every ballad alarms
 * @param classicalDeviationLu the same for classical music
 * @param settleAfter programme after which the learned level counts
 * @param loudness times of loudness
 * @param monoCorrelation correlation of left and right above which they are the same
 * @param mono times of mono
 * @param invertedCorrelation correlation below which one of them is inverted
 * @param inverted times of inverted phase
 */
public record SoundSettings(
        double lowestSnrDb,
        double lowestStereoSnrDb,
        double silenceLufs,
        double overNoiseDb,
        ConditionTimes silence,
        ConditionTimes classicalSilence,
        double deviationLu,
        double classicalDeviationLu,
        Duration settleAfter,
        ConditionTimes loudness,
        double monoCorrelation,
        ConditionTimes mono,
        double invertedCorrelation,
        ConditionTimes inverted)
        implements Serializable {
    public static final SoundSettings DEFAULT = new SoundSettings(
            10,
            15,
            -60,
            2,
            ConditionTimes.ofSeconds(5, 20, 3),
            ConditionTimes.ofSeconds(20, 40, 3),
            8,
            16,
            Duration.ofSeconds(45),
            ConditionTimes.ofSeconds(30, 120, 10),
            0.98,
            ConditionTimes.ofSeconds(60, 300, 10),
            -0.5,
            ConditionTimes.ofSeconds(10, 30, 3));

    double deviationLu(StationProfile profile) {
        return profile == StationProfile.CLASSICAL ? classicalDeviationLu : deviationLu;
    }
}
