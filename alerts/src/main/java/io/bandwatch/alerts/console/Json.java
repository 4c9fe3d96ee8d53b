package io.bandwatch.alerts.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers in JSON. */
public final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";

    private Json() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static ArrayNode list(Iterable<? extends JsonNode> elements) {
        ArrayNode list = JSON.createArrayNode();
        elements.forEach(list::add);
        return list;
    }

    public static void answer(Context request, JsonNode answer) {
        try {
            request.contentType(TYPE).result(JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * What was sent; an empty object where nothing was.
     *
     * @param known keys that mean something
     * @throws IllegalArgumentException if it is no object of these with texts
     */
    public static JsonNode body(Context request, Set<String> known) {
        String text = request.body();
        JsonNode body;
        try {
            body = text.isBlank() ? object() : JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("what was sent is no JSON", malformed);
        }
        String keys = known.stream().sorted().collect(Collectors.joining(", "));
        boolean texts = body.isObject()
                && body.properties().stream()
                        .allMatch(field -> known.contains(field.getKey())
                                && field.getValue().isTextual());
        if (!texts) {
            throw new IllegalArgumentException("send an object with any of these keys, with texts as values: " + keys);
        }
        return body;
    }

    /** One line that says what is wrong. */
    public static void error(Context request, HttpStatus status, String problem) {
        request.status(status);
        answer(request, object().put("error", problem));
    }
}
