package io.bandwatch.deploy.site;

import io.bandwatch.signal.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A place on the earth (WGS 84).
 *
 * @param latitudeDeg north, degrees
 * @param longitudeDeg east, degrees
 */
public record Position(double latitudeDeg, double longitudeDeg) {
    private static final double MOST_LATITUDE_DEG = 90;
    private static final double MOST_LONGITUDE_DEG = 180;

    public Position {
        check("latitude", latitudeDeg, MOST_LATITUDE_DEG);
        check("longitude", longitudeDeg, MOST_LONGITUDE_DEG);
    }

    /**
     * Reads it as it stands in files, such as {@code "32.39 deg"}; null where nothing stands.
     *
     * @throws IllegalArgumentException where one of the two is missing, or is no angle of its kind
     */
    static @Nullable Position of(@Nullable String latitude, @Nullable String longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            throw new IllegalArgumentException("latitude and longitude go together; give both or none");
        }
        return new Position(Quantity.ANGLE_DEG.parse(latitude), Quantity.ANGLE_DEG.parse(longitude));
    }

    private static void check(String name, double valueDeg, double mostDeg) {
        if (!(Math.abs(valueDeg) <= mostDeg)) {
            throw new IllegalArgumentException(name + " must be between -" + mostDeg + " and " + mostDeg + " deg");
        }
    }
}
