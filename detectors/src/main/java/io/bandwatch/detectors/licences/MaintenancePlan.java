package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.licences.csv.Reading;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Planned silence.
 *
 * @param windows windows in the order of the file
 */
public record MaintenancePlan(List<MaintenanceWindow> windows) implements Serializable {
    /** Nothing is planned. */
    public static final MaintenancePlan NONE = new MaintenancePlan(List.of());

    public MaintenancePlan {
        windows = List.copyOf(windows);
    }

    /**
     * Reads a plan.
     *
     * @param csv bytes of the file: UTF-8 with or without byte order mark, RFC 4180, with a header
     * @param zone zone of times that name none
     */
    public static Reading<MaintenancePlan> read(byte[] csv, ZoneId zone) {
        return new MaintenanceReader(zone).read(csv);
    }

    /** Whether an approved window excuses the silence of this station now. */
    public boolean excuses(String station, Instant at) {
        return windows.stream().anyMatch(window -> window.excuses(station, at));
    }

    /** Whether any approved window is about this station. */
    public boolean concerns(String station) {
        return windows.stream()
                .anyMatch(
                        window -> window.approval() != null && window.station().equals(station));
    }
}
