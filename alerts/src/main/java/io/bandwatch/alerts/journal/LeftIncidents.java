package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Presence;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Incidents that a journal leaves open and that nobody follows any more: their feed is not configured now, or the job begins without
 * what it knew of them. They are closed with the reason that whether they are over is not known; otherwise people would be told of them
 * for ever.
 */
public final class LeftIncidents {
    private LeftIncidents() {}

    /**
     * Those of a journal, as they are closed.
     *
     * @param followed feeds whose incidents are followed on
     * @param now when they are closed
     * @throws IOException if the journal cannot be read, or holds what is no incident; the message names it
     */
    public static List<Incident> of(Path journal, Set<String> followed, Instant now) throws IOException {
        LiveBoard.Board board = new LiveBoard(journal).now();
        List<Incident> left = new ArrayList<>();
        for (JsonNode line : board.open()) {
            if (!followed.contains(line.at("/subject/feed").asText())) {
                try {
                    left.add(closed(line, board, now));
                } catch (IllegalArgumentException | DateTimeException unknown) {
                    throw new IOException(journal + " holds an incident that is not understood: " + line, unknown);
                }
            }
        }
        return left;
    }

    private static Incident closed(JsonNode line, LiveBoard.Board board, Instant now) {
        JsonNode told = line.path("subject");
        Subject subject = new Subject(
                told.path("feed").asText(),
                told.path("channel_hz").asLong(),
                told.path("slot").asInt(),
                told.path("service_id").asInt());
        List<Presence> presences = new ArrayList<>();
        for (JsonNode presence : line.path("presences")) {
            Instant from = time(presence, "from");
            Instant to = presence.hasNonNull("to") ? time(presence, "to") : lastOf(board, subject.feed(), from);
            presences.add(new Presence(from, to));
        }
        Instant closed = presences.isEmpty()
                ? time(line, "raised")
                : presences.get(presences.size() - 1).to();
        return new Incident(
                line.path("id").asText(),
                IncidentKind.valueOf(name(line.path("kind"))),
                subject,
                Severity.valueOf(name(line.path("severity"))),
                IncidentPhase.CLOSED,
                time(line, "opened"),
                time(line, "raised"),
                closed,
                now,
                presences,
                line.path("measured").asDouble(Double.NaN),
                line.path("threshold").asDouble(Double.NaN),
                line.path("unit").asText(),
                reasons(line.path("reasons")),
                "");
    }

    /** When a feed was heard last, as far as the journal tells; not before {@code from}. */
    private static Instant lastOf(LiveBoard.Board board, String feed, Instant from) {
        Instant last = from;
        for (List<JsonNode> lines : List.of(board.receivers(), board.streams(), board.carriers())) {
            for (JsonNode line : lines) {
                if (line.path("feed").asText().equals(feed)
                        && LiveBoard.end(line).isAfter(last)) {
                    last = LiveBoard.end(line);
                }
            }
        }
        return last;
    }

    private static Reason[] reasons(JsonNode told) {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode reason : told) {
            List<String> arguments = new ArrayList<>();
            reason.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            reasons.add(Reason.of(
                    ReasonCode.valueOf(name(reason.path("code"))),
                    Reason.Weight.valueOf(name(reason.path("weight"))),
                    arguments.toArray(String[]::new)));
        }
        reasons.add(Reason.of(ReasonCode.NO_LONGER_FOLLOWED, Reason.Weight.DECISIVE));
        return reasons.toArray(Reason[]::new);
    }

    /** Of a constant that records have a word of. */
    private static String name(JsonNode code) {
        return code.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Instant time(JsonNode record, String key) {
        return Instant.parse(record.path(key).asText());
    }
}
