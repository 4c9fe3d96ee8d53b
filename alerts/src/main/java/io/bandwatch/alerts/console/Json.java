package io.bandwatch.alerts.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;

/** Answers in JSON. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";

    private Json() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode list(Iterable<? extends JsonNode> elements) {
        ArrayNode list = JSON.createArrayNode();
        elements.forEach(list::add);
        return list;
    }

    static void answer(Context request, JsonNode answer) {
        try {
            request.contentType(TYPE).result(JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One line that says what is wrong. */
    static void error(Context request, HttpStatus status, String problem) {
        request.status(status);
        answer(request, object().put("error", problem));
    }
}
