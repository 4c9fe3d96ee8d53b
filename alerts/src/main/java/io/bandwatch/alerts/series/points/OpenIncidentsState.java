package io.bandwatch.alerts.series.points;

import java.util.List;

/**
 * Incidents of a feed that are open.
 *
 * @param open in the order in which they opened
 */
public record OpenIncidentsState(List<Entry> open) {
    /**
     * One of them.
     *
     * @param id its id
     * @param kind code of its kind
     * @param severity code of its severity
     */
    public record Entry(String id, String kind, String severity) {
        boolean isLike(Entry other) {
            return kind.equals(other.kind) && severity.equals(other.severity);
        }
    }

    /** How many are of an entry's kind and severity. */
    long like(Entry entry) {
        return open.stream().filter(entry::isLike).count();
    }
}
