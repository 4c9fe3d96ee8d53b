package io.bandwatch.samples;

import io.bandwatch.samples.scenario.MaintenanceWindow;
import io.bandwatch.samples.scenario.RegisterRow;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.ScenarioCarrier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The register of a scenario's stations and its plan of maintenance, as CSV (RFC 4180). */
final class Registers {
    private static final String LICENCES_HEADER = "id,name,frequency_mhz,class,site,latitude,longitude,erp_w,stereo,pi,"
            + "ps,programme,hours,valid_from,valid_to,approval";
    private static final String MAINTENANCE_HEADER = "station_or_service,from,to,approval,reason";

    private final Scenario scenario;

    Registers(Scenario scenario) {
        this.scenario = scenario;
    }

    String licences() {
        StringBuilder csv = new StringBuilder(LICENCES_HEADER).append("\r\n");
        for (ScenarioCarrier carrier : scenario.carriers()) {
            RegisterRow row = carrier.row();
            if (row != null) {
                csv.append(row(licence(carrier, row)));
            }
        }
        return csv.toString();
    }

    String maintenance() {
        Instant start = Objects.requireNonNull(scenario.start(), "a plan of maintenance needs a start");
        StringBuilder csv = new StringBuilder(MAINTENANCE_HEADER).append("\r\n");
        for (MaintenanceWindow window : scenario.maintenance()) {
            csv.append(row(List.of(
                    window.station(),
                    start.plusNanos(Math.round(window.fromS() * 1e9)).toString(),
                    start.plusNanos(Math.round(window.toS() * 1e9)).toString(),
                    window.approval(),
                    window.reason())));
        }
        return csv.toString();
    }

    private static List<String> licence(ScenarioCarrier carrier, RegisterRow row) {
        Double erpW = row.erpW();
        return List.of(
                carrier.id(),
                carrier.name(),
                plain(row.frequencyHz(), 6),
                carrier.stationClass().code(),
                "",
                "",
                "",
                erpW == null ? "" : plain(erpW, 0),
                Boolean.toString(row.stereo()),
                row.pi(),
                row.ps(),
                "",
                "",
                "",
                "",
                "");
    }

    private static String plain(double value, int places) {
        return BigDecimal.valueOf(value)
                .movePointLeft(places)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Registers::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
