package io.bandwatch.detectors.content.emergency;

import io.bandwatch.detectors.content.ledger.InsertionKind;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which stations may broadcast an emergency, and when, by the alerts that were sent.
 *
 * <p>An alert allows the stations and services that it names, and the stations of the register that stand in its areas, from when it
 * is effective, or was sent, until it expires. An update takes the place of what it refers to, a cancellation ends it.
 */
public final class EmergencyBroadcasts {
    /** An alert that does not say when it expires: CAP 1.2 (3.2.2) leaves it to who receives it. */
    static final Duration WITHOUT_END = Duration.ofMinutes(30);

    private final @Nullable LicenceRegister register;

    /** @param register which tells where stations stand, or null */
    public EmergencyBroadcasts(@Nullable LicenceRegister register) {
        this.register = register;
    }

    /** What the alerts allow, by time. */
    public InsertionSchedule allowedBy(Collection<CapAlert> alerts) {
        Map<String, Instant> ended = new HashMap<>();
        for (CapAlert alert : alerts) {
            if (alert.broadcast()) {
                alert.ends().forEach(earlier -> ended.merge(earlier, alert.sent(), EmergencyBroadcasts::earlier));
            }
        }
        List<InsertionSchedule.Row> rows = new ArrayList<>();
        for (CapAlert alert : alerts) {
            if (alert.broadcast() && !alert.calledOff()) {
                rows.addAll(rows(alert, ended.get(alert.identifier())));
            }
        }
        rows.sort(Comparator.comparing(InsertionSchedule.Row::from)
                .thenComparing(InsertionSchedule.Row::approval)
                .thenComparing(InsertionSchedule.Row::station));
        return new InsertionSchedule(rows.stream().distinct().toList());
    }

    /** Whether it says for whom it is: who stands in its areas, or is named. */
    public static boolean saysWhere(CapAlert alert) {
        return !alert.broadcast()
                || alert.calledOff()
                || alert.infos().stream()
                        .anyMatch(info ->
                                !info.stations().isEmpty() || !info.areas().isEmpty());
    }

    private List<InsertionSchedule.Row> rows(CapAlert alert, @Nullable Instant ended) {
        List<InsertionSchedule.Row> rows = new ArrayList<>();
        for (CapAlert.Info info : alert.infos()) {
            Instant from = info.effective() == null ? alert.sent() : info.effective();
            Instant expires = info.expires() == null ? from.plus(WITHOUT_END) : info.expires();
            Instant to = ended == null ? expires : earlier(expires, ended);
            if (!from.isBefore(to)) {
                continue;
            }
            String reason = info.headline() == null ? info.event() : info.headline();
            for (String station : stations(info)) {
                rows.add(new InsertionSchedule.Row(
                        station, from, to, InsertionKind.EMERGENCY, alert.identifier(), reason));
            }
        }
        return rows;
    }

    private Collection<String> stations(CapAlert.Info info) {
        TreeSet<String> stations = new TreeSet<>(info.stations());
        if (register != null) {
            register.entries().stream()
                    .filter(entry -> stands(entry, info.areas()))
                    .map(LicenceEntry::id)
                    .forEach(stations::add);
        }
        return stations;
    }

    private static boolean stands(LicenceEntry entry, List<CapArea> areas) {
        Double latitude = entry.latitude();
        Double longitude = entry.longitude();
        return latitude != null
                && longitude != null
                && areas.stream().anyMatch(area -> area.contains(new CapArea.Point(latitude, longitude)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
