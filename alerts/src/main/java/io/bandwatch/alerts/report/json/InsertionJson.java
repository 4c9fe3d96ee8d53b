package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionKind;
import java.io.IOException;

/** Writes the ledger of allowed insertions. */
final class InsertionJson {
    private InsertionJson() {}

    static void write(JsonGenerator json, AuthorisedInsertion insertion) throws IOException {
        Subject subject = insertion.subject();
        json.writeStringField("type", "insertion");
        json.writeStringField("id", insertion.id());
        JsonLine.subject(json, subject);
        json.writeStringField("kind", insertion.kind().code());
        boolean cue = insertion.kind() == InsertionKind.SPLICE;
        json.writeStringField(cue ? "event" : "approval", insertion.event());
        if (cue) {
            JsonLine.time(json, "announced", insertion.known());
        }
        JsonLine.time(json, "from", insertion.from());
        if (insertion.to() != null) {
            JsonLine.time(json, "to", insertion.to());
        }
        if (insertion.note() != null) {
            json.writeStringField("reason", insertion.note());
        }
        if (insertion.cancelled()) {
            json.writeBooleanField("cancelled", true);
        }
    }
}
