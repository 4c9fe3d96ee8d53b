package io.bandwatch.alerts.report.view;

import java.util.List;

/**
 * A result read back, without the records of intervals.
 *
 * @param carriers one for each carrier of each recording, in order
 * @param incidents last state of each incident, in order
 * @param summary the last line
 */
public record Result(List<CarrierRow> carriers, List<IncidentRow> incidents, SummaryRow summary) {
    /** Whether more than one feed speaks here, so that the feed must be told. */
    public boolean hasSeveralFeeds() {
        return carriers.stream().map(CarrierRow::feed).distinct().count() > 1
                || incidents.stream().map(IncidentRow::feed).distinct().count() > 1;
    }

    public long artefacts() {
        return carriers.stream().filter(CarrierRow::artefact).count();
    }
}
