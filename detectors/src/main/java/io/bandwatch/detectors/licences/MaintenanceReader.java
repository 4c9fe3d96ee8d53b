package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.licences.csv.CsvRow;
import io.bandwatch.detectors.licences.csv.CsvTable;
import io.bandwatch.detectors.licences.csv.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads the plan of maintenance, all of it or nothing. */
final class MaintenanceReader {
    private static final List<String> COLUMNS = List.of("station_or_service", "from", "to", "approval", "reason");
    private static final List<String> COMPULSORY = List.of("station_or_service", "from", "to");

    private final ZoneId zone;

    MaintenanceReader(ZoneId zone) {
        this.zone = zone;
    }

    Reading<MaintenancePlan> read(byte[] csv) {
        CsvTable table = CsvTable.of(csv, COLUMNS, COMPULSORY);
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (CsvRow row : table.rows()) {
            String station = row.compulsory("station_or_service");
            row.compulsory("from");
            row.compulsory("to");
            Instant from = row.from("from", zone);
            Instant to = row.to("to", zone);
            if (from != null && to != null && !from.isBefore(to)) {
                row.complain("to '" + row.text("to") + "' is not after from '" + row.text("from") + "'");
            }
            if (station != null && from != null && to != null) {
                windows.add(new MaintenanceWindow(station, from, to, row.text("approval"), row.text("reason")));
            }
        }
        return table.problems().isEmpty()
                ? Reading.of(new MaintenancePlan(windows))
                : Reading.refused(table.problems());
    }
}
