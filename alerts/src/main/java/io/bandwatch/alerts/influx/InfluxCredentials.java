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
        String user = environment.get("BANDWATCH_INFLUX_USER");
        String password = environment.get("BANDWATCH_INFLUX_PASSWORD");
        String token = environment.get("BANDWATCH_INFLUX_TOKEN");
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

    @Override
    public String toString() {
        return token != null ? "a token" : user != null ? "user " + user : "nobody";
    }
}
