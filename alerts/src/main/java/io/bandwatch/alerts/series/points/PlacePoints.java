package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.series.PointBuilder;

/** Where a feed is received, as fields of its points. */
final class PlacePoints {
    private PlacePoints() {}

    static PointBuilder placed(PointBuilder point, Places places, String feed) {
        Place place = places.of(feed);
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        point.text("site", place.site());
        if (latitude != null && longitude != null) {
            point.number("latitude", latitude).number("longitude", longitude);
        }
        return point;
    }
}
