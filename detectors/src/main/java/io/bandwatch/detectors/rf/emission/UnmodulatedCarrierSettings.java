package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.reception.BareCarrier;
import java.io.Serializable;

/**
 * The knobs of {@link UnmodulatedCarrierDetector}.
 *
 * @param bare when nothing modulates a carrier
 * @param minSnrDb least SNR of a look that counts, dB. Too low: clicks are taken for modulation
 * @param times its times. A warn time shorter than a pause between two items of a mono programme alarms in each of them
 */
public record UnmodulatedCarrierSettings(BareCarrier bare, double minSnrDb, ConditionTimes times)
        implements Serializable {
    public static final UnmodulatedCarrierSettings DEFAULT =
            new UnmodulatedCarrierSettings(BareCarrier.DEFAULT, 12, ConditionTimes.ofSeconds(5, 20, 3));
}
