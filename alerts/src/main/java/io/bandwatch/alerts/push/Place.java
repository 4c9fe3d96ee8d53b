package io.bandwatch.alerts.push;

import java.io.Serializable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed is received.
 *
 * @param site name of the site
 * @param province province, empty where none is given
 * @param city city, empty where none is given
 * @param county county, empty where none is given
 * @param latitude WGS 84, degrees, or null
 * @param longitude WGS 84, degrees, or null
 * @param zone zone of its local time
 * @param calibration of its receiver, or null
 */
public record Place(
        String site,
        String province,
        String city,
        String county,
        @Nullable Double latitude,
        @Nullable Double longitude,
        ZoneId zone,
        @Nullable Calibration calibration)
        implements Serializable {
    public Place {
        if (site.isBlank()) {
            throw new IllegalArgumentException("a site needs a name");
        }
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("site " + site + ": latitude and longitude belong together");
        }
    }

    /** A feed of which nothing is known but its name. */
    public static Place unknown(String feed, ZoneId zone) {
        return new Place(feed, "", "", "", null, null, zone, null);
    }
}
