package io.bandwatch.alerts.series;

import java.util.ArrayList;
import java.util.List;

/**
 * One measurement.
 *
 * @param base name in the store, before the suffix of the resolution
 * @param tags tags that series are told apart by
 * @param fields what is measured
 * @param rolledUp whether it is a series with a point a second, which is rolled up; else its points stand alone, under the
 *     bare name
 */
public record Measurement(String base, List<Tags> tags, List<Field> fields, boolean rolledUp) {
    /** Time of what was measured within a rolled-up point, s. */
    public static final String COVERED_S = "covered_s";

    /** Points that came when a later span had been told, and are not in the rolled-up point that they belong to. */
    public static final String LATE_POINTS = "late_points";

    /** Name in the store. */
    public String name(Resolution resolution) {
        return rolledUp ? base + '_' + resolution.suffix() : base;
    }

    /** All names that it has in the store. */
    public List<String> names() {
        return resolutions().stream().map(this::name).toList();
    }

    /** The resolutions that it comes in. */
    public List<Resolution> resolutions() {
        return rolledUp ? List.of(Resolution.values()) : List.of(Resolution.SECOND);
    }

    /** Names of the tags, in the order in which points have them. */
    public List<String> tagNames() {
        return tags.stream().flatMap(group -> group.names().stream()).toList();
    }

    /** Names of what a point has, in its order: fields, and what comes with rolling up. */
    public List<String> columns(Resolution resolution) {
        List<String> columns = new ArrayList<>(fields.stream().map(Field::name).toList());
        if (resolution != Resolution.SECOND) {
            fields.stream().filter(Field::extremes).forEach(field -> {
                columns.add(field.least());
                columns.add(field.greatest());
            });
            columns.add(COVERED_S);
            columns.add(LATE_POINTS);
        }
        return columns;
    }

    /** Most series that an installation of this extent makes of it, in all resolutions. */
    public long series(Tags.Extent extent) {
        return tags.stream()
                .mapToLong(group -> group.values().applyAsLong(extent))
                .reduce(resolutions().size(), Math::multiplyExact);
    }
}
