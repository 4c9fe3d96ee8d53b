package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.push.Place;
import java.io.Serializable;
import java.util.List;

/**
 * A province, a city of it, or a county of that.
 *
 * @param path one to three names, from the province down
 */
public record Region(List<String> path) implements Serializable {
    private static final int DEEPEST = 3;

    public Region {
        path = List.copyOf(path);
        if (path.isEmpty() || path.size() > DEEPEST || path.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a region is a province, province/city or province/city/county, not '"
                    + String.join("/", path) + "'");
        }
    }

    /** Reads {@code "Shandong/Jinan"}. */
    public static Region parse(String text) {
        return new Region(List.of(text.strip().split("\\s*/\\s*", -1)));
    }

    /** Whether a place is in it. */
    public boolean contains(Place place) {
        return List.of(place.province(), place.city(), place.county())
                .subList(0, path.size())
                .equals(path);
    }
}
