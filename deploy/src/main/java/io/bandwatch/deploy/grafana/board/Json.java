package io.bandwatch.deploy.grafana.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of JSON whose keys stand in the order in which they are written here. */
public final class Json {
    private Json() {}

    /**
     * An object.
     *
     * @param keysAndValues keys and their values in turn
     */
    @SuppressWarnings("NullAway") // a value may be null in JSON
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
