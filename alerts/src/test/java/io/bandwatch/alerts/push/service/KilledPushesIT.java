package io.bandwatch.alerts.push.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two outboxes of ten lives each: each process is killed (SIGKILL) at another point of delivery, twenty in all, and the next one
 * begins three incidents back, as a job does that resumes from its checkpoint. The last one may finish.
 */
@Timeout(600)
class KilledPushesIT {
    private static final int EACH_LIFE = 10;
    private static final int HANDED_IN_AGAIN = 3;

    @TempDir
    private Path folder;

    /** Where a life ends: at its line or its request with this number, counted from 1. */
    private record End(Point point, int number) {}

    private enum Point {
        /** Just before a change is handed in, so while it is taken in. */
        ACCEPTING,
        /** As soon as a change is acknowledged. */
        ACCEPTED,
        /** The receiver has read a push and has not answered. */
        BEFORE_ANSWER,
        /** The receiver has answered that it has the push. */
        AFTER_ANSWER,
        /** The receiver has answered that it is busy: the push waits to be sent again. */
        AFTER_FAILURE
    }

    private final Map<String, byte[]> delivered = new TreeMap<>();
    private final List<String> differing = new ArrayList<>();
    private HttpServer server;
    private volatile End end = new End(Point.ACCEPTED, Integer.MAX_VALUE);
    private volatile @Nullable ProcessHandle life;
    private int requests;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        kill();
    }

    private void kill() {
        ProcessHandle running = life;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    @ParameterizedTest(name = "groups of {0} ms")
    @ValueSource(ints = {0, 40})
    void killedAtEachPointNoPushIsLostAndNoneHasTwoKeys(int groupMs) throws Exception {
        int next = 0;
        int waitingWhenKilled = 0;
        for (End point : ends(groupMs > 0)) {
            int acknowledged = live(point, next, next + EACH_LIFE, groupMs);
            waitingWhenKilled += acknowledged + 1 - told().size() > 0 ? 1 : 0;
            next = Math.max(next, acknowledged + 1 - HANDED_IN_AGAIN);
        }
        int last = next + EACH_LIFE;
        live(new End(Point.ACCEPTED, Integer.MAX_VALUE), next, last, groupMs);

        Map<String, Set<String>> told = told();
        assertThat(told).hasSize(last);
        assertThat(told.values()).allMatch(keys -> keys.size() == 1);
        assertThat(differing).isEmpty();
        // a queue in memory would have lost something each of these times, at least where no answer or a failure was
        // the end
        assertThat(waitingWhenKilled).isGreaterThanOrEqualTo(4);
    }

    /** Each kind of point early and late in a life; where pushes are grouped, a life has two of them only. */
    private static List<End> ends(boolean grouped) {
        List<End> ends = new ArrayList<>();
        for (int number : grouped ? new int[] {1, 2} : new int[] {4, 7}) {
            for (Point point : Point.values()) {
                ends.add(new End(point, number));
            }
        }
        return ends;
    }

    /** Runs a process to its end; returns the last incident that it acknowledged, or the one before its first. */
    private int live(End point, int first, int until, int groupMs) throws IOException, InterruptedException {
        synchronized (this) {
            end = point;
            requests = 0;
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PushLife.class.getName(),
                folder.toString(),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/push",
                Integer.toString(first),
                Integer.toString(until),
                Integer.toString(groupMs));
        Process running = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        // its handle, for a process that is killed itself closes what it has written and nobody has read
        life = running.toHandle();
        int acknowledged = first - 1;
        Map<String, Integer> lines = new HashMap<>();
        try (BufferedReader out = running.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String word = line.split(" ", -1)[0];
                int number = lines.merge(word, 1, Integer::sum);
                if (word.equals("accepted")) {
                    acknowledged = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
                }
                if (word.equalsIgnoreCase(point.point().name()) && number == point.number()) {
                    kill();
                }
            }
        }
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue())
                .as("of a life that ends " + point)
                .isEqualTo(point.number() == Integer.MAX_VALUE ? 0 : 137);
        return acknowledged;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestHeaders().getFirst("webhook-id");
        boolean last;
        End present;
        synchronized (this) {
            present = end;
            last = ++requests == present.number();
        }
        if (last && present.point() == Point.BEFORE_ANSWER) {
            kill();
        } else if (last && present.point() == Point.AFTER_FAILURE) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            kill();
        } else {
            keep(key, body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            if (last && present.point() == Point.AFTER_ANSWER) {
                kill();
            }
        }
        exchange.close();
    }

    private synchronized void keep(String key, byte[] body) {
        byte[] before = delivered.putIfAbsent(key, body);
        if (before != null && !Arrays.equals(before, body)) {
            differing.add(key);
        }
    }

    /** The keys of the pushes that told of each incident. */
    private synchronized Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new TreeMap<>();
        delivered.forEach((key, body) -> {
            for (JsonNode item : parsed(body).path("incidents")) {
                told.computeIfAbsent(item.path("incident").path("id").asText(), id -> new TreeSet<>())
                        .add(key);
            }
        });
        return told;
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
