package io.bandwatch.deploy.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for those who get pushes: takes them on this machine, and prints them. */
final class PushPrinter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1 << 20;
    private static final int TAKEN = 204;
    private static final int NOT_UNDERSTOOD = 400;

    private final PrintWriter out;
    private final HttpServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger printed = new AtomicInteger();

    PushPrinter(PrintWriter out) throws IOException {
        this.out = out;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(thread);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Pushes that came. */
    int printed() {
        return printed.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode push = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
            boolean understood = push != null && push.path("text").isTextual();
            if (understood) {
                print(push);
            }
            exchange.sendResponseHeaders(understood ? TAKEN : NOT_UNDERSTOOD, -1);
        }
    }

    private void print(JsonNode push) {
        String text = push.path("text").asText().strip().replace("\n", "\n   ");
        out.printf("%n-> %s%n", text);
        out.flush();
        printed.incrementAndGet();
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
