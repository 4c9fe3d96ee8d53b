package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link MpxPowerDetector}.
 *
 * @param limitDbr power allowed over a minute, dBr (ITU-R BS.412)
 * @param uncertaintyDb what the measurement itself may add, dB. Too low: stations that keep exactly to the limit are
 *     reproached; too high: loud ones are not
 * @param minSnrDb least SNR of a look that counts, dB. Too low: what is taken off for noise is more than what is left
 * @param maxEnvelopeVariation largest envelope variation of a look that counts. Too high: echoes, co-channel signals and digital
 *     radio are taken for a loud programme; too low, and nobody is judged
 * @param times its times; the minute comes before the warn time
 */
public record MpxPowerSettings(
        double limitDbr, double uncertaintyDb, double minSnrDb, double maxEnvelopeVariation, ConditionTimes times)
        implements Serializable {
    /** 3 % of the deviation, which is promised for its RMS, are 0.26 dB. */
    public static final MpxPowerSettings DEFAULT = new MpxPowerSettings(
            0,
            0.3,
            20,
            0.15,
            new ConditionTimes(Duration.ZERO, Duration.ofMinutes(5), Duration.ofSeconds(3), Duration.ofMinutes(10)));
}
