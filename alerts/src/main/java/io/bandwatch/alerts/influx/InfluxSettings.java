package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where and how points are written. Credentials are no part of it: they come from the environment where the writer runs.
 *
 * @param url address of the store, http or https, without credentials
 * @param database database (2.x: the name that a DBRP mapping gives a bucket)
 * @param createDatabase whether to create it first; only 1.x knows how
 * @param batchPoints most points in one request
 * @param bufferPoints most points waiting; then the job waits too
 * @param retry when a write is tried again
 */
public record InfluxSettings(
        String url, String database, boolean createDatabase, int batchPoints, int bufferPoints, RetrySchedule retry)
        implements Serializable {
    private static final int DEFAULT_BATCH_POINTS = 5_000;
    private static final int DEFAULT_BUFFER_POINTS = 50_000;

    public InfluxSettings {
        checkUrl(url);
        if (database.isBlank()) {
            throw new IllegalArgumentException("the store needs the name of a database");
        }
        if (batchPoints < 1 || bufferPoints < batchPoints) {
            throw new IllegalArgumentException("batchPoints must be at least 1 and bufferPoints no less, got "
                    + batchPoints + " and " + bufferPoints);
        }
    }

    /** The defaults for a store. */
    public static InfluxSettings of(String url, String database, boolean createDatabase) {
        return new InfluxSettings(
                url, database, createDatabase, DEFAULT_BATCH_POINTS, DEFAULT_BUFFER_POINTS, RetrySchedule.DEFAULT);
    }

    private static void checkUrl(String url) {
        // the URL itself is not told where it may hold a password
        try {
            URI uri = new URI(url);
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("the store's URL must be http(s)://host:port and no more; give"
                        + " credentials in BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD, or"
                        + " BANDWATCH_INFLUX_TOKEN");
            }
            String scheme = uri.getScheme();
            if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("the store's URL must be like http://127.0.0.1:8086");
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("the store's URL must be like http://127.0.0.1:8086");
        }
    }
}
