package io.bandwatch.detectors.video;

import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.ts.services.ServiceTrait;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link ServiceSoundDetector}; silence and loudness as for carriers, where they mean the same.
 *
 * @param silenceLufs loudness below which all is silence. Too high: it cuts speech; too low: hum hides a dead microphone
 * @param silence times of silence
 * @param classicalSilence the same for classical music
 * @param deviationLu how far short-term loudness may be off the learned level, LU
 * @param classicalDeviationLu the same for classical music
 * @param settleAfter programme after which the learned level counts
 * @param loudness times of loudness
 * @param monoCorrelation correlation of left and right above which they are the same
 * @param mono times of mono
 * @param invertedCorrelation correlation below which one of them is inverted
 * @param inverted times of inverted phase
 * @param lost times of lost sound
 * @param patience how long a track may take to its first sample
 */
public record ServiceSoundSettings(
        double silenceLufs,
        ConditionTimes silence,
        ConditionTimes classicalSilence,
        double deviationLu,
        double classicalDeviationLu,
        Duration settleAfter,
        ConditionTimes loudness,
        double monoCorrelation,
        ConditionTimes mono,
        double invertedCorrelation,
        ConditionTimes inverted,
        ConditionTimes lost,
        Duration patience)
        implements Serializable {
    public static final ServiceSoundSettings DEFAULT = new ServiceSoundSettings(
            -60,
            ConditionTimes.ofSeconds(5, 20, 3),
            ConditionTimes.ofSeconds(20, 40, 3),
            8,
            16,
            Duration.ofSeconds(45),
            ConditionTimes.ofSeconds(30, 120, 10),
            0.98,
            ConditionTimes.ofSeconds(60, 300, 10),
            -0.5,
            ConditionTimes.ofSeconds(10, 30, 3),
            ConditionTimes.ofSeconds(2, 5, 3),
            Duration.ofSeconds(5));

    double deviationLu(ServiceProfile profile) {
        return profile.has(ServiceTrait.CLASSICAL) ? classicalDeviationLu : deviationLu;
    }
}
