package io.bandwatch.alerts.influx;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who writes. Never printed, never part of a job's graph.
 *
 * @param user name, or null
 * @param password password, or null
 * @param token token of 2.x and 3, or null
 */
record InfluxCredentials(@Nullable String user, @Nullable String password, @Nullable String token) {
    static InfluxCredentials from(Map<String, String> environment) {
        String user = value(environment, "BANDWATCH_INFLUX_USER");
        String password = value(environment, "BANDWATCH_INFLUX_PASSWORD");
        String token = value(environment, "BANDWATCH_INFLUX_TOKEN");
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD belong together; one of them is not set");
        }
        if (user != null && token != null) {
            throw new IllegalArgumentException("set BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD, or"
                    + " BANDWATCH_INFLUX_TOKEN, not both");
        }
        return new InfluxCredentials(user, password, token);
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(name + " is set and empty; give it a value, or do not set it");
        }
        return value;
    }

    @Override
    public String toString() {
        return token != null ? "a token" : user != null ? "user " + user : "nobody";
    }
}
