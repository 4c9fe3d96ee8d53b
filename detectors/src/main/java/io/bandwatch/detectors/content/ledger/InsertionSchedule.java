package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.licences.csv.CsvRow;
import io.bandwatch.detectors.licences.csv.CsvTable;
import io.bandwatch.detectors.licences.csv.Reading;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Emergency broadcasts and local opt-outs that were approved beforehand.
 *
 * @param rows in the order of the file
 */
public record InsertionSchedule(List<Row> rows) implements Serializable {
    /** Nothing is scheduled. */
    public static final InsertionSchedule NONE = new InsertionSchedule(List.of());

    private static final List<String> COLUMNS =
            List.of("station_or_service", "from", "to", "kind", "approval", "reason");
    private static final List<String> COMPULSORY = List.of("station_or_service", "from", "to", "kind", "approval");

    /**
     * One row.
     *
     * @param station id of the station in the register of licences, or number of the service
     * @param from first instant
     * @param to first instant after it
     * @param approval number of the approval
     * @param reason what is inserted, or null
     */
    public record Row(
            String station, Instant from, Instant to, InsertionKind kind, String approval, @Nullable String reason)
            implements Serializable {
        AuthorisedInsertion at(Subject subject) {
            String id = AuthorisedInsertion.id(kind, subject, approval, from);
            return new AuthorisedInsertion(id, subject, kind, from, from, to, approval, reason, false);
        }
    }

    public InsertionSchedule {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a schedule, all of it or nothing.
     *
     * @param csv bytes of the file: UTF-8 with or without byte order mark, RFC 4180, with a header
     * @param zone zone of times that name none
     */
    public static Reading<InsertionSchedule> read(byte[] csv, ZoneId zone) {
        CsvTable table = CsvTable.of(csv, COLUMNS, COMPULSORY);
        List<Row> rows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            String station = row.compulsory("station_or_service");
            String approval = row.compulsory("approval");
            InsertionKind kind = kind(row);
            row.compulsory("from");
            row.compulsory("to");
            Instant from = row.from("from", zone);
            Instant to = row.to("to", zone);
            if (from != null && to != null && !from.isBefore(to)) {
                row.complain("to '" + row.text("to") + "' is not after from '" + row.text("from") + "'");
            }
            if (station != null && from != null && to != null && kind != null && approval != null) {
                rows.add(new Row(station, from, to, kind, approval, row.text("reason")));
            }
        }
        return table.problems().isEmpty() ? Reading.of(new InsertionSchedule(rows)) : Reading.refused(table.problems());
    }

    private static @Nullable InsertionKind kind(CsvRow row) {
        String code = row.compulsory("kind");
        InsertionKind kind = code == null ? null : InsertionKind.scheduled(code).orElse(null);
        if (code != null && kind == null) {
            String known = Stream.of(InsertionKind.EMERGENCY, InsertionKind.OPT_OUT)
                    .map(InsertionKind::code)
                    .collect(Collectors.joining(", "));
            row.complain("kind '" + code + "' is none of " + known);
        }
        return kind;
    }

    /** This and what another allows. */
    public InsertionSchedule and(InsertionSchedule other) {
        return new InsertionSchedule(
                Stream.concat(rows.stream(), other.rows.stream()).toList());
    }

    /**
     * What is scheduled for a station or service.
     *
     * @param subject where it is received
     */
    public Stream<AuthorisedInsertion> of(String station, Subject subject) {
        return rows.stream().filter(row -> row.station().equals(station)).map(row -> row.at(subject));
    }

    /** The same within a time. */
    public List<AuthorisedInsertion> during(String station, Subject subject, Instant from, Instant to) {
        return of(station, subject)
                .filter(row -> row.from().isBefore(to) && !row.end().isBefore(from))
                .toList();
    }
}
