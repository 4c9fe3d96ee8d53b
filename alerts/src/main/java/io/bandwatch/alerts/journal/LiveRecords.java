package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of now, each incident with what became of its evidence and who knows of it. Safe for use by several threads. */
public final class LiveRecords {
    private final LiveBoard board;
    private final @Nullable EvidenceLedger ledger;
    private final Acknowledgements acknowledgements;

    /** @param ledger null where no evidence is kept */
    public LiveRecords(LiveBoard board, @Nullable EvidenceLedger ledger, Acknowledgements acknowledgements) {
        this.board = board;
        this.ledger = ledger;
        this.acknowledgements = acknowledgements;
    }

    /** The records of now. */
    public LiveBoard.Board now() throws IOException {
        LiveBoard.Board now = board.now();
        return now.withIncidents(now.incidents().stream().map(this::withMore).toList());
    }

    /** An incident; empty where none is called so, or it was closed long ago. */
    public Optional<JsonNode> incident(String id) throws IOException {
        return now().incidents().stream()
                .filter(incident -> id.equals(incident.path("id").asText()))
                .findFirst();
    }

    /** A file of an incident's evidence, by its name without folders. */
    public Optional<Path> evidence(String incident, String name) {
        EvidenceLedger kept = ledger;
        return kept == null ? Optional.empty() : kept.file(incident, name).filter(Files::isRegularFile);
    }

    /**
     * Somebody knows of an incident.
     *
     * @return the acknowledgement that counts: an earlier one where there is one
     * @throws IOException if it could not be written; then nothing has happened
     */
    public Acknowledgement acknowledge(Acknowledgement said) throws IOException {
        return acknowledgements.add(said);
    }

    private JsonNode withMore(JsonNode incident) {
        if (!(incident instanceof ObjectNode record)) {
            return incident;
        }
        ObjectNode with = record.deepCopy();
        String id = incident.path("id").asText();
        acknowledgements.of(id).ifPresent(known -> with.set("acknowledged", known.said()));
        if (ledger != null) {
            addEvidence(ledger.of(id), with);
        }
        return with;
    }

    private static void addEvidence(Optional<EvidenceLedger.Entry> entry, ObjectNode with) {
        String state =
                entry.map(one -> one.state().name().toLowerCase(Locale.ROOT)).orElse("pending");
        with.put("evidence_state", state);
        entry.ifPresent(one -> {
            if (!one.reason().isEmpty()) {
                with.put("evidence_missing", one.reason());
            }
            if (!one.paths().isEmpty()) {
                ArrayNode paths = with.putArray("evidence");
                one.paths().forEach(paths::add);
            }
        });
    }
}
