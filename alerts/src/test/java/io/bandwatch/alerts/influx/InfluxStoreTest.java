package io.bandwatch.alerts.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that creates no database for whoever asks, as 2.x and 3, and 1.x for users who are no administrators. */
class InfluxStoreTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int writing = 204;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.sendResponseHeaders(path.equals("/write") ? writing : 403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whoMayNotCreateADatabaseMayStillWrite() throws Exception {
        try (InfluxStore store = store(null)) {
            store.write(List.of("m f=1 1"));
            store.write(List.of("m f=2 2"));
        }
        assertThat(asked).containsExactly("/query", "/write", "/write");
    }

    @Test
    void whoHasATokenIsNotAskedForADatabase() throws Exception {
        try (InfluxStore store = store("token")) {
            store.write(List.of("m f=1 1"));
        }
        assertThat(asked).containsExactly("/write");
    }

    @Test
    void whatIsNotWrittenIsAFailure() {
        writing = 404;
        try (InfluxStore store = store("token")) {
            assertThatThrownBy(() -> store.write(List.of("m f=1 1")))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("HTTP 404");
        }
    }

    private InfluxStore store(@Nullable String token) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new InfluxStore(InfluxSettings.of(url, "bandwatch", true), new InfluxCredentials(null, null, token));
    }
}
