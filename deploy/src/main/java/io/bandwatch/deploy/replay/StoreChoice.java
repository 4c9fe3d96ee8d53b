package io.bandwatch.deploy.replay;

import io.bandwatch.alerts.influx.InfluxSettings;
import io.bandwatch.alerts.influx.InfluxSink;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.influx.embedded.StoreTakenException;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.ingest.live.address.FeedAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which store the time series go to.
 *
 * @param kind none, a child of this process, or a server
 * @param url address of the server without path, null unless it is a server
 * @param database name of the database
 */
public record StoreChoice(Kind kind, @Nullable String url, String database) {
    /** Name of the database where none is given. */
    public static final String DEFAULT_DATABASE = "bandwatch";

    /** Data folder of the embedded store: it keeps what earlier runs wrote. */
    public static Path embeddedFolder() {
        String root = System.getProperty("bandwatch.root", ".");
        return Path.of(root, ".bandwatch", "influxdb");
    }

    /**
     * Starts an embedded store.
     *
     * @throws UnusableInputException if another process has its store in the folder
     */
    public static EmbeddedInflux startEmbedded(Path folder) throws IOException, InterruptedException {
        try {
            return EmbeddedInflux.start(folder);
        } catch (StoreTakenException taken) {
            throw new UnusableInputException(String.valueOf(taken.getMessage()), taken);
        }
    }

    /**
     * A writer to it that waits for it.
     *
     * @param embedded the store that was started, where it is that
     * @return null for none
     */
    public @Nullable InfluxSink sink(@Nullable EmbeddedInflux embedded) {
        return kind == Kind.NONE ? null : InfluxSink.waiting(settings(embedded));
    }

    /**
     * A writer to it that keeps points while it is down.
     *
     * @param embedded the store that was started, where it is that
     * @param spool folder in which points are kept, on the host of the writer
     * @return null for none
     */
    public @Nullable InfluxSink forwarding(@Nullable EmbeddedInflux embedded, Path spool) {
        return kind == Kind.NONE ? null : InfluxSink.forwarding(settings(embedded), spool.toString());
    }

    private InfluxSettings settings(@Nullable EmbeddedInflux embedded) {
        String address =
                kind == Kind.EMBEDDED ? Objects.requireNonNull(embedded).url() : Objects.requireNonNull(url);
        return InfluxSettings.of(address, database, true);
    }

    /** Where the store is. */
    public enum Kind {
        NONE,
        EMBEDDED,
        SERVER
    }

    /**
     * Reads {@code none}, {@code embedded} or a URL such as {@code http://127.0.0.1:8086/bandwatch}.
     *
     * @throws IllegalArgumentException with the remedy
     */
    public static StoreChoice parse(String text) {
        return switch (text) {
            case "none" -> new StoreChoice(Kind.NONE, null, DEFAULT_DATABASE);
            case "embedded" -> new StoreChoice(Kind.EMBEDDED, null, DEFAULT_DATABASE);
            default -> server(text);
        };
    }

    private static StoreChoice server(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException broken) {
            throw unusable(text, broken);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw unusable(text, null);
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new IllegalArgumentException("a store's URL holds no user, password or token; set"
                    + " BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD, or BANDWATCH_INFLUX_TOKEN");
        }
        String path = uri.getPath().replaceAll("^/|/$", "");
        String server = uri.getScheme() + "://" + uri.getAuthority();
        return new StoreChoice(Kind.SERVER, server, path.isEmpty() ? DEFAULT_DATABASE : path);
    }

    private static IllegalArgumentException unusable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "--store '" + FeedAddress.masked(text)
                        + "' is not none, embedded or a URL like http://127.0.0.1:8086/bandwatch",
                cause);
    }
}
