package io.bandwatch.detectors.rf;

import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link UnlicensedCarrierDetector}.
 *
 * @param onSnrDb SNR from which a carrier is on air, dB. Too low: noise is taken for a carrier; too high: distant
 *     transmitters are missed
 * @param offSnrDb SNR below which it is off again, dB, not above {@code onSnrDb}. Too near to it: a fading carrier
 *     flickers; too far: it never goes off
 * @param hold time on air until it is reported. Too short: passing interference alarms; too long: short transmissions
 *     escape
 * @param escalateAfter presence after which it is a major matter
 * @param clear absence after which a presence is over. Too short: every fade splits a presence; too long: presences run
 *     into each other
 * @param forgetAfter absence after which a return is another incident
 * @param returnHz farthest a carrier may return from where it was to be the same, Hz
 */
public record UnlicensedCarrierSettings(
        double onSnrDb,
        double offSnrDb,
        Duration hold,
        Duration escalateAfter,
        Duration clear,
        Duration forgetAfter,
        double returnHz)
        implements Serializable {
    public static final UnlicensedCarrierSettings DEFAULT = new UnlicensedCarrierSettings(
            -3, -6, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofHours(12), 20e3);
}
