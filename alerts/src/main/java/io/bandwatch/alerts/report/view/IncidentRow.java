package io.bandwatch.alerts.report.view;

import io.bandwatch.alerts.messages.Messages;
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
 * @param serviceId service of its subject, or 0
 * @param severity word for its severity
 * @param state {@code open} or {@code closed}
 * @param opened onset, RFC 3339
 * @param closed end, RFC 3339, or null
 * @param away end of the last span in which the condition held, RFC 3339; null while it does
 * @param presences number of spans in which the condition held
 * @param reasons why
 * @param evidence paths of its evidence, relative to the folder of it
 * @param evidenceState word for why it has none, {@code pending}, {@code kept} or {@code expired}; empty where nobody keeps any
 * @param acknowledged who knows of it, or null where nobody has said so
 */
public record IncidentRow(
        String id,
        String kind,
        String feed,
        long channelHz,
        int slot,
        int serviceId,
        String severity,
        String state,
        String opened,
        @Nullable String closed,
        @Nullable String away,
        int presences,
        List<ReasonRow> reasons,
        List<String> evidence,
        String evidenceState,
        @Nullable Acknowledged acknowledged) {
    /**
     * Somebody has said that he knows of it.
     *
     * @param time when, RFC 3339
     * @param who by whom; empty where it was not told
     * @param note what he had to say; empty for nothing
     */
    public record Acknowledged(String time, String who, String note) {}

    /** When it was there last, as a text; empty while it is. */
    public String lastThere() {
        String last = closed == null ? away : closed;
        return last == null ? "" : Figures.time(last);
    }

    /**
     * When it was over.
     *
     * @param goesOn key of the text for what has not ended
     */
    public String until(Messages messages, String goesOn) {
        if (closed != null) {
            return lastThere();
        }
        return away == null ? messages.text(goesOn) : messages.text("until.away", lastThere());
    }

    /** The channel in MHz, or which service; nothing for what concerns a feed. */
    public String place(Messages messages) {
        return serviceId == 0
                ? Figures.channelMhz(channelHz)
                : messages.text("incident.service", Integer.toString(serviceId));
    }
}
