package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Stands for those who get pushes: takes them on this machine, and counts how often each incident was told. */
public final class PushBook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1 << 20;
    private static final int TAKEN = 204;

    private final HttpServer server;
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    PushBook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode push = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
            push.path("incidents")
                    .forEach(item -> told.merge(item.at("/incident/id").asText(), 1, Integer::sum));
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Incidents that were told. */
    public Set<String> incidents() {
        return new TreeSet<>(told.keySet());
    }

    /** Incidents that were told more than once. */
    public long repeated() {
        return told.values().stream().filter(times -> times > 1).count();
    }

    /** Ids of incidents above the least severity, which is not pushed, that nobody was told of. */
    public Set<String> untold(Collection<JsonNode> incidents) {
        return incidents.stream()
                .filter(incident -> !incident.path("severity").asText().equals("info"))
                .map(incident -> incident.path("id").asText())
                .filter(id -> !told.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
