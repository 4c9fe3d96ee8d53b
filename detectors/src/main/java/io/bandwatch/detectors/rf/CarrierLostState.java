package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.verdict.CarrierMean;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CarrierLostDetector} remembers of one place.
 *
 * @param mean what was measured of the carrier when it was last on air
 * @param station id of the registered station received here, or null
 * @param receivedNs confirmed time on air of that station, ns
 * @param absentSince begin of the absence, null while it is on air or not expected
 * @param absentNs observed time of absence, ns
 * @param backSince begin of the stay on air that may end the loss, or null
 * @param backNs time on air in it, ns
 * @param raised whether the loss was reported
 * @param escalated whether it is a major matter
 */
public record CarrierLostState(
        CarrierMean mean,
        @Nullable String station,
        long receivedNs,
        @Nullable Instant absentSince,
        long absentNs,
        @Nullable Instant backSince,
        long backNs,
        boolean raised,
        boolean escalated) {
    static final CarrierLostState NOTHING =
            new CarrierLostState(CarrierMean.NOTHING, null, 0, null, 0, null, 0, false, false);

    /** The station is on air, or need not be: no absence. */
    CarrierLostState settled() {
        return new CarrierLostState(mean, station, receivedNs, null, 0, null, 0, false, false);
    }

    CarrierLostState received(CarrierMean next, @Nullable String id, long ns) {
        return new CarrierLostState(next, id, ns, absentSince, absentNs, backSince, backNs, raised, escalated);
    }

    CarrierLostState absent(Instant since, long ns) {
        return new CarrierLostState(mean, station, receivedNs, since, ns, backSince, backNs, raised, escalated);
    }

    CarrierLostState back(@Nullable Instant since, long ns) {
        return new CarrierLostState(mean, station, receivedNs, absentSince, absentNs, since, ns, raised, escalated);
    }

    CarrierLostState reported(boolean major) {
        return new CarrierLostState(mean, station, receivedNs, absentSince, absentNs, backSince, backNs, true, major);
    }
}
