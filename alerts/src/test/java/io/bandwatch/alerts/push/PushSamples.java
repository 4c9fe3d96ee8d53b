package io.bandwatch.alerts.push;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Presence;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Incidents to push. Two sites: north has the feeds n1 and n2, south the feed s1. */
public final class PushSamples {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Noon there. */
    public static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    public static final Place NORTH = new Place(
            "North Hill", "Shandong", "Jinan", "Lixia", 36.65, 117.12, ZONE, new Calibration(107, 12.5, 20, 1.5, 3.2));
    public static final Place SOUTH = new Place("South Tower", "Shandong", "Tai'an", "", null, null, ZONE, null);
    public static final Places PLACES = new Places(Map.of("n1", NORTH, "n2", NORTH, "s1", SOUTH), ZONE);

    private PushSamples() {}

    /** An unlicensed carrier that has just been reported. */
    public static Incident carrier(String feed, long channelHz, Severity severity, Instant at) {
        return opened(IncidentKind.UNLICENSED_CARRIER, Subject.carrier(feed, channelHz, 0), severity, at);
    }

    /** An incident that has just been reported. */
    public static Incident opened(IncidentKind kind, Subject subject, Severity severity, Instant at) {
        return incident(kind, subject, severity, at, at, null);
    }

    /** The same, more severe. */
    public static Incident escalated(Incident incident, Severity severity, Instant at) {
        return incident(incident.kind(), incident.subject(), severity, incident.opened(), at, null);
    }

    /** The same, which may come back: not there since. */
    public static Incident away(Incident incident, Instant at) {
        return present(incident, at, List.of(new Presence(incident.opened(), at)));
    }

    /** The same, there again since. */
    public static Incident back(Incident incident, Instant at) {
        List<Presence> presences = new ArrayList<>(incident.presences());
        presences.add(new Presence(at, null));
        return present(incident, at, presences);
    }

    private static Incident present(Incident incident, Instant at, List<Presence> presences) {
        return new Incident(
                incident.id(),
                incident.kind(),
                incident.subject(),
                incident.severity(),
                presences.get(presences.size() - 1).to() == null ? IncidentPhase.ACTIVE : IncidentPhase.CLEARING,
                incident.opened(),
                incident.raised(),
                null,
                at,
                presences,
                incident.measured(),
                incident.threshold(),
                incident.unit(),
                incident.reasons(),
                "abc");
    }

    /** The same, over. */
    public static Incident closed(Incident incident, Instant at) {
        return incident(incident.kind(), incident.subject(), incident.severity(), incident.opened(), at, at);
    }

    private static Incident incident(
            IncidentKind kind,
            Subject subject,
            Severity severity,
            Instant opened,
            Instant updated,
            @Nullable Instant closed) {
        return new Incident(
                kind.code() + '-' + subject.place().replace('|', '-') + '-' + opened.toEpochMilli(),
                kind,
                subject,
                severity,
                closed == null ? IncidentPhase.ACTIVE : IncidentPhase.CLOSED,
                opened,
                opened.plus(Duration.ofSeconds(3)),
                closed,
                updated,
                List.of(new Presence(opened, closed)),
                22.349,
                6,
                "dB",
                new Reason[] {Reason.of(ReasonCode.NO_REGISTER_ENTRY, Reason.Weight.DECISIVE, "98.1", "100")},
                "abc");
    }

    /** A push about one carrier, with what was measured of it. */
    public static Push push(String channel, String feed) {
        Incident incident = carrier(feed, 98_100_000, Severity.MAJOR, NOON);
        List<PushItem> items =
                List.of(new PushItem(incident, Occasion.OPENED, new CarrierFacts(98_100_412, -31.26, 0.912), 0, 0));
        return new Push(
                PushKeys.of(channel, PushForm.INCIDENTS, items),
                channel,
                PushForm.INCIDENTS,
                NOON,
                items,
                List.of(),
                null);
    }
}
