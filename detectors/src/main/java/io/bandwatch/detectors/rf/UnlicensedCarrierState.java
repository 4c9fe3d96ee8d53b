package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.verdict.CarrierMean;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UnlicensedCarrierDetector} remembers of one place. A <em>run</em> is a stay on air, without gaps of the
 * clear time, that nothing explains; it becomes a presence when it has lasted for the hold time.
 *
 * @param mean what was measured of the carrier lately
 * @param silentNs observed time since the carrier was on air, ns
 * @param since begin of the run, null without one
 * @param lastOn end of the last look of the run, null without one
 * @param onNs time on air in the run, ns
 * @param offNs observed time since {@code lastOn}, ns
 * @param unseenNs time of the run in which nobody observed, ns
 * @param incident the incident that the place is in, or null
 */
public record UnlicensedCarrierState(
        CarrierMean mean,
        long silentNs,
        @Nullable Instant since,
        @Nullable Instant lastOn,
        long onNs,
        long offNs,
        long unseenNs,
        @Nullable UnlicensedIncident incident) {
    static final UnlicensedCarrierState NOTHING =
            new UnlicensedCarrierState(CarrierMean.NOTHING, 0, null, null, 0, 0, 0, null);

    /** Time of the run in which nobody observed, up to a look that finds the carrier, ns. */
    long unseenUpTo(Instant time) {
        return lastOn == null
                ? 0
                : unseenNs + Math.max(0, Duration.between(lastOn, time).toNanos() - offNs);
    }

    UnlicensedCarrierState with(@Nullable UnlicensedIncident next) {
        return new UnlicensedCarrierState(mean, silentNs, since, lastOn, onNs, offNs, unseenNs, next);
    }
}
