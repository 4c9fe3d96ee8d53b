package io.bandwatch.detectors.licences;

import java.io.Serializable;

/**
 * How exactly a carrier must agree with the register.
 *
 * @param reachHz farthest an entry may be from the carrier that it explains, Hz. Too low: a licensed transmitter that
 *     drifts is called unlicensed. Too high: an unlicensed one hides beside a licensed frequency
 * @param highPowerW above this power the tighter tolerance holds, W
 * @param highPowerToleranceHz frequency tolerance above it, Hz. Too low: honest transmitters are reproached; too high: a
 *     drift stays unseen until it reaches the neighbour
 * @param lowPowerToleranceHz frequency tolerance at or below it, and where the power is not registered, Hz
 * @param measurementUncertaintyHz what the measurement itself may add, Hz. Too low: the receiver's crystal is blamed on
 *     the station
 * @param minOffsetSnrDb least mean SNR at which an offset is judged, dB. Too low: noise pulls the frequency and makes
 *     offsets; too high: weak stations are never judged
 */
public record JudgeSettings(
        double reachHz,
        double highPowerW,
        double highPowerToleranceHz,
        double lowPowerToleranceHz,
        double measurementUncertaintyHz,
        double minOffsetSnrDb)
        implements Serializable {
    /** Tolerances of GY 37-1986: 2 kHz above 50 W, 3 kHz up to it; the rest is ours. */
    public static final JudgeSettings DEFAULT = new JudgeSettings(20e3, 50, 2e3, 3e3, 500, 15);
}
