package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.content.repetition.ListedRepeat;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.content.repetition.SharedWith;
import java.io.IOException;

/** Writes what of a programme was heard before. */
final class RepetitionJson {
    private static final int TENTHS = 1;
    private static final int HUNDREDTHS = 2;
    private static final int SHARE = 4;

    private RepetitionJson() {}

    static void write(JsonGenerator json, RepetitionRecord repetition) throws IOException {
        json.writeStringField("type", "repetition");
        JsonLine.subject(json, repetition.subject());
        JsonLine.time(json, "time", repetition.time());
        JsonLine.number(json, "duration_s", repetition.durationS(), TENTHS);
        JsonLine.number(json, "heard_s", repetition.heardS(), TENTHS);
        JsonLine.number(json, "new_share", repetition.newShare(), SHARE);
        Double period = repetition.loopPeriodS();
        if (period != null) {
            JsonLine.number(json, "loop_period_s", period, HUNDREDTHS);
        }
        json.writeArrayFieldStart("repeats");
        for (ListedRepeat repeat : repetition.repeats()) {
            json.writeStartObject();
            JsonLine.time(json, "from", repeat.from());
            JsonLine.time(json, "to", repeat.to());
            JsonLine.number(json, "lag_s", repeat.lagS(), HUNDREDTHS);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("shared");
        for (SharedWith shared : repetition.shared()) {
            json.writeStartObject();
            JsonLine.subject(json, shared.other());
            JsonLine.time(json, "from", shared.from());
            JsonLine.time(json, "to", shared.to());
            JsonLine.number(json, "shared_s", shared.sharedS(), TENTHS);
            JsonLine.number(json, "lag_s", shared.lagS(), HUNDREDTHS);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
