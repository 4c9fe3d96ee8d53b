package io.bandwatch.detectors.content.emergency;

import java.util.List;

/** A part of the earth that an alert is for: OASIS CAP 1.2, 3.2.4. */
sealed interface CapArea {
    /** Mean radius of the earth, km (IUGG). */
    double EARTH_RADIUS_KM = 6371.0088;

    /** Whether a place is in it; WGS 84, degrees. */
    boolean contains(Point place);

    /**
     * A place.
     *
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     */
    record Point(double latitude, double longitude) {
        /** Distance along a great circle, km (haversine). */
        double kmTo(Point other) {
            double lat = Math.toRadians(latitude);
            double otherLat = Math.toRadians(other.latitude);
            double halfNorth = Math.sin((otherLat - lat) / 2);
            double halfEast = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
            double square = halfNorth * halfNorth + Math.cos(lat) * Math.cos(otherLat) * halfEast * halfEast;
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, square)));
        }
    }

    /** All within a distance, km. */
    record Circle(Point centre, double radiusKm) implements CapArea {
        @Override
        public boolean contains(Point place) {
            return centre.kmTo(place) <= radiusKm;
        }
    }

    /** What a line encloses; its first point comes last again. No county reaches across the date line. */
    record Polygon(List<Point> line) implements CapArea {
        @Override
        public boolean contains(Point place) {
            boolean inside = false;
            for (int i = 1; i < line.size(); i++) {
                Point from = line.get(i - 1);
                Point to = line.get(i);
                boolean crosses = from.latitude() > place.latitude() != to.latitude() > place.latitude();
                if (crosses && place.longitude() < longitudeAt(place.latitude(), from, to)) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static double longitudeAt(double latitude, Point from, Point to) {
            double share = (latitude - from.latitude()) / (to.latitude() - from.latitude());
            return from.longitude() + share * (to.longitude() - from.longitude());
        }
    }
}
