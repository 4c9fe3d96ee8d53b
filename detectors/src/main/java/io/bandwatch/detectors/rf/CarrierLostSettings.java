package io.bandwatch.detectors.rf;

import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link CarrierLostDetector}.
 *
 * @param received time on air after which a carrier counts as received here. Too short: a moment of tropospheric reach
 *     makes a station that can be lost; too long: short recordings show no loss
 * @param warn absence until it is reported. Too short: a fade alarms; too long: the duty engineer hears it first
 * @param alarm absence after which it is a major matter
 * @param clear time back on air after which the loss is over. Too short: a failing transmitter flaps
 */
public record CarrierLostSettings(Duration received, Duration warn, Duration alarm, Duration clear)
        implements Serializable {
    public static final CarrierLostSettings DEFAULT = new CarrierLostSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(3));
}
