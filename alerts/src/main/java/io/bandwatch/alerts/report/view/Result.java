package io.bandwatch.alerts.report.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * A result read back, without the records of intervals and of splices.
 *
 * @param streams one for each transport stream, in order
 * @param services one for each service of each stream, in order
 * @param programmes pictures and sound, one for each service that was looked at, in order
 * @param carriers one for each carrier of each recording, in order
 * @param incidents last state of each incident, in order
 * @param summary the last line
 */
public record Result(
        List<StreamRow> streams,
        List<ServiceRow> services,
        List<ProgrammeRow> programmes,
        List<CarrierRow> carriers,
        List<IncidentRow> incidents,
        SummaryRow summary) {
    /** Whether more than one feed speaks here, so that the feed must be told. */
    public boolean hasSeveralFeeds() {
        return Stream.of(
                                streams.stream().map(StreamRow::feed),
                                programmes.stream().map(ProgrammeRow::feed),
                                carriers.stream().map(CarrierRow::feed),
                                incidents.stream().map(IncidentRow::feed))
                        .flatMap(feeds -> feeds)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether a recording of a band was analysed, so that no carrier is news. */
    public boolean hasBands() {
        long others = Stream.concat(
                        streams.stream().map(StreamRow::feed),
                        programmes.stream().map(ProgrammeRow::feed))
                .distinct()
                .count();
        return !carriers.isEmpty() || summary.recordings() > others;
    }

    public long artefacts() {
        return carriers.stream().filter(CarrierRow::artefact).count();
    }
}
