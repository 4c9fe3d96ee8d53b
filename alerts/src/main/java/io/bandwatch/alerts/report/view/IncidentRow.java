package io.bandwatch.alerts.report.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands in a result.
 *
 * @param id id
 * @param kind word for its kind
 * @param feed feed of its subject
 * @param channelHz channel of its subject, Hz
 * @param slot slot of its subject
 * @param severity word for its severity
 * @param state {@code open} or {@code closed}
 * @param opened onset, RFC 3339
 * @param closed end, RFC 3339, or null
 * @param presences number of spans in which the condition held
 * @param reasons why
 */
public record IncidentRow(
        String id,
        String kind,
        String feed,
        long channelHz,
        int slot,
        String severity,
        String state,
        String opened,
        @Nullable String closed,
        int presences,
        List<ReasonRow> reasons) {}
