package io.bandwatch.detectors.content.stations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link StationWatch} remembers of a carrier.
 *
 * @param station id of the station that it was told to be, or null
 * @param unknownSince since when it is none, or null while it is
 */
public record HeardStation(@Nullable String station, @Nullable Instant unknownSince) {
    static final HeardStation NOTHING = new HeardStation(null, null);
}
