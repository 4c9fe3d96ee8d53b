package io.bandwatch.alerts;

import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident as it stands after a change. The record is whole: whoever sees only the last one knows everything.
 *
 * @param id function of kind, subject and {@code opened}
 * @param kind kind
 * @param subject what it is about
 * @param severity the highest severity reached
 * @param phase where it stands
 * @param opened onset of the condition
 * @param raised event time at which it was reported
 * @param closed end of the condition (not of the clear time), null until closed
 * @param updated event time of the last change
 * @param presences spans in which the condition held, in order
 * @param measured the number that was compared
 * @param threshold what it was compared with
 * @param unit unit of both
 * @param reasons why
 * @param registerVersion register consulted, empty without one
 */
public record Incident(
        String id,
        IncidentKind kind,
        Subject subject,
        Severity severity,
        IncidentPhase phase,
        Instant opened,
        Instant raised,
        @Nullable Instant closed,
        Instant updated,
        List<Presence> presences,
        double measured,
        double threshold,
        String unit,
        Reason[] reasons,
        String registerVersion) {}
