package io.bandwatch.detectors.licences;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the plan of maintenance.
 *
 * @param station id of the station (or service) that may be silent
 * @param from first instant of the window
 * @param to first instant after it
 * @param approval number of the approval; without one the window excuses nothing
 * @param reason what is done
 */
public record MaintenanceWindow(
        String station, Instant from, Instant to, @Nullable String approval, @Nullable String reason)
        implements Serializable {

    boolean excuses(String id, Instant at) {
        return approval != null && station.equals(id) && !at.isBefore(from) && at.isBefore(to);
    }
}
