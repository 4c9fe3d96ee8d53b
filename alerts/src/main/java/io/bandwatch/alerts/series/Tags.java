package io.bandwatch.alerts.series;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Tags that together take on a bounded number of values.
 *
 * @param names their names
 * @param values how many values they have together, of an installation of a given extent
 */
public record Tags(List<String> names, ToLongFunction<Extent> values) {
    /**
     * How large an installation is.
     *
     * @param feeds feeds of all sites
     * @param services services of one feed, {@value MetricSchema#MOST_SERVICES} at most
     */
    public record Extent(long feeds, long services) {}
}
