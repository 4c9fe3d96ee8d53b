package io.bandwatch.alerts.influx;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.InfluxDBIOException;
import org.influxdb.dto.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store reached over HTTP through influxdb-java: {@code /write} and {@code /query} of 1.x. Not thread-safe. */
final class InfluxStore implements PointStore {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxStore.class);
    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int ANSWER_TIMEOUT_S = 30;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_ANSWER_BYTES = 2_000;

    private final InfluxSettings settings;
    private final ConnectionPool connections = new ConnectionPool(1, 1, TimeUnit.MINUTES);
    private final InfluxDB client;
    private final boolean createsDatabase;
    private boolean databaseCreated;

    InfluxStore(InfluxSettings settings, InfluxCredentials credentials) {
        this.settings = settings;
        // 2.x and 3 have buckets, and tokens for who writes into them
        this.createsDatabase = settings.createDatabase() && credentials.token() == null;
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                .readTimeout(ANSWER_TIMEOUT_S, TimeUnit.SECONDS)
                .writeTimeout(ANSWER_TIMEOUT_S, TimeUnit.SECONDS)
                .connectionPool(connections)
                .followRedirects(false)
                .addInterceptor(InfluxStore::refuse);
        String token = credentials.token();
        if (token != null) {
            http.addInterceptor(chain -> chain.proceed(chain.request()
                    .newBuilder()
                    .header("Authorization", "Token " + token)
                    .build()));
        }
        this.client = credentials.user() == null
                ? InfluxDBFactory.connect(settings.url(), http)
                : InfluxDBFactory.connect(settings.url(), credentials.user(), credentials.password(), http);
    }

    /** The status decides whether trying again can help; influxdb-java decides by the text of the answer. */
    private static Response refuse(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        int status = response.code();
        boolean refused = status >= 300 && status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
        if (!refused) {
            return response;
        }
        try (response) {
            String answer = response.peekBody(LONGEST_ANSWER_BYTES).string().strip();
            throw new StoreRefusedException(status, answer);
        }
    }

    @Override
    public void write(List<String> lines) throws IOException {
        try {
            if (createsDatabase && !databaseCreated) {
                createDatabase();
                databaseCreated = true;
            }
            client.write(settings.database(), null, InfluxDB.ConsistencyLevel.ALL, TimeUnit.NANOSECONDS, lines);
        } catch (InfluxDBIOException unreachable) {
            Throwable cause = unreachable.getCause();
            throw cause instanceof IOException known ? known : new IOException(unreachable);
        } catch (InfluxDBException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** Whoever may not create a database may still write into one that is there: what is written says whether. */
    private void createDatabase() {
        String name = settings.database().replace("\\", "\\\\").replace("\"", "\\\"");
        try {
            client.query(new Query("CREATE DATABASE \"" + name + '"', null, true));
        } catch (InfluxDBIOException failed) {
            if (!(failed.getCause() instanceof StoreRefusedException refused)) {
                throw failed;
            }
            LOG.info(
                    "the store at {} creates no database for us ({}); one has to be there",
                    settings.url(),
                    refused.getMessage());
        }
    }

    @Override
    public void close() {
        client.close();
        connections.evictAll();
    }
}
