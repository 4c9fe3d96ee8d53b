package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link OverDeviationDetector}.
 *
 * @param limitHz deviation allowed, Hz
 * @param uncertaintyHz what the measurement itself may add, Hz. Too low: stations at the limit are reproached; too high:
 *     what spreads into the neighbour's channel goes unseen
 * @param noiseDeviations standard deviations of the noise that are added to the limit. Too few: a weak station's noise is
 *     taken for its programme; too many: a weak station may deviate as it likes
 * @param minSnrDb least SNR of a look that counts, dB (ITU-R SM.1268 asks for a clear signal). Too low: as above
 * @param maxEnvelopeVariation largest envelope variation of a look that counts. Echoes and co-channel signals swing the
 *     frequency as well as the envelope: too high, and they are blamed on the station; too low, and nobody is judged
 * @param share share of the samples beyond the limit that is too much, 0..1. Too low: single clicks alarm; too high: short
 *     peaks never do
 * @param windowS seconds over which it is taken
 * @param earlyS seconds from which it is judged, if the share is {@code earlyFactor} times too large
 * @param earlyFactor see above
 * @param quietS time without a sample beyond after which the condition is over, s, although the window still holds some
 * @param times its times; the window comes before the warn time
 */
public record OverDeviationSettings(
        double limitHz,
        double uncertaintyHz,
        double noiseDeviations,
        double minSnrDb,
        double maxEnvelopeVariation,
        double share,
        int windowS,
        int earlyS,
        double earlyFactor,
        double quietS,
        ConditionTimes times)
        implements Serializable {
    /** 75 kHz of ITU-R BS.450; the share of ITU-R SM.1268; the rest is ours. */
    public static final OverDeviationSettings DEFAULT = new OverDeviationSettings(
            75e3,
            3e3,
            2,
            20,
            0.15,
            1e-4,
            60,
            5,
            10,
            10,
            new ConditionTimes(Duration.ZERO, Duration.ofSeconds(60), Duration.ZERO, Duration.ofMinutes(10)));
}
