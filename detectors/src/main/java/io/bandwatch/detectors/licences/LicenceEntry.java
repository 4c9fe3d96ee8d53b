package io.bandwatch.detectors.licences;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the FM register. What the row leaves empty is null.
 *
 * @param id unique in the register
 * @param name name of the station
 * @param frequencyHz licensed carrier frequency, Hz
 * @param stationClass its class
 * @param site name of the transmitter's site
 * @param latitude degrees north
 * @param longitude degrees east
 * @param erpW effective radiated power, W
 * @param stereo whether it is stereo
 * @param pi RDS programme identification, four upper-case hexadecimal digits
 * @param ps RDS programme service name
 * @param programme programme carried; equal programmes are relays of each other
 * @param hours hours on air; {@link HoursOnAir#ALWAYS} if the row names none
 * @param validFrom first instant at which the row counts
 * @param validTo first instant at which it does not count any more (the end of the day named)
 * @param approval number of the approval
 * @param profile what is usual for its programme
 */
public record LicenceEntry(
        String id,
        String name,
        double frequencyHz,
        StationClass stationClass,
        @Nullable String site,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double erpW,
        @Nullable Boolean stereo,
        @Nullable String pi,
        @Nullable String ps,
        @Nullable String programme,
        HoursOnAir hours,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable String approval,
        StationProfile profile)
        implements Serializable {

    /** Whether the row counts from an instant not later than this one. */
    public boolean hasBegun(Instant at) {
        return validFrom == null || !at.isBefore(validFrom);
    }

    /** Whether the row has ceased to count. */
    public boolean hasExpired(Instant at) {
        return validTo != null && !at.isBefore(validTo);
    }

    /** Whether the row counts now and the station may be on air. */
    public boolean expectedOnAir(Instant at) {
        return hasBegun(at) && !hasExpired(at) && hours.contains(at);
    }

    /** Whether what this row says depends on the time. */
    public boolean dependsOnTime() {
        return validFrom != null || validTo != null || !hours.isAlways();
    }
}
