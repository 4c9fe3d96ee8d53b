package io.bandwatch.alerts.push.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How pushes do, in a file beside the outbox: that is the service's own, and the console may be another process, on another host. Safe for
 * use by several threads and processes: it is replaced as a whole.
 */
public final class PushHealthFile {
    /** It is written each few seconds; who has written nothing for so long does not work. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** A receiver may be away for so long without anybody being told. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param folder of the outbox */
    public PushHealthFile(Path folder) {
        this.file = folder.resolve("health.json");
    }

    /**
     * What was written.
     *
     * @param time when
     * @param health how pushes did then
     */
    public record Told(Instant time, PushHealth health) {}

    void write(PushHealth health, Instant now) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("time", now.toString());
        json.put("problem", health.outboxProblem());
        ObjectNode channels = json.putObject("channels");
        health.channels().forEach((name, channel) -> {
            ObjectNode one = channels.putObject(name);
            one.put("queued", channel.queued());
            if (channel.oldestQueued() != null) {
                one.put("oldest_queued", channel.oldestQueued().toString());
            }
            one.put("dead", channel.dead());
            one.put("sent", channel.sent());
            one.put("failed", channel.failed());
            one.put("last_problem", channel.lastProblem());
        });
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(json));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What was written last; empty where nothing was.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<Told> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            SortedMap<String, ChannelHealth> channels = new TreeMap<>();
            json.path("channels").properties().forEach(one -> channels.put(one.getKey(), channel(one.getValue())));
            return Optional.of(new Told(
                    Instant.parse(json.path("time").asText()),
                    new PushHealth(channels, json.path("problem").asText())));
        } catch (JacksonException | java.time.DateTimeException malformed) {
            throw new IOException(file + " is no account of pushes: " + malformed.getMessage(), malformed);
        }
    }

    private static ChannelHealth channel(JsonNode json) {
        JsonNode oldest = json.path("oldest_queued");
        return new ChannelHealth(
                json.path("queued").asLong(),
                oldest.isMissingNode() ? null : Instant.parse(oldest.asText()),
                json.path("dead").asLong(),
                json.path("sent").asLong(),
                json.path("failed").asLong(),
                json.path("last_problem").asText());
    }

    /** What is wrong with pushes now; empty where they reach those who are to be told. */
    public Optional<String> problem(Clock clock) {
        try {
            return read().map(told -> problem(told, clock.instant()))
                    .orElseGet(() -> Optional.of("nobody has said yet how pushes do"));
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<String> problem(Told told, Instant now) {
        if (told.time().plus(STALE).isBefore(now)) {
            return Optional.of("nobody has said since " + told.time() + " how pushes do");
        }
        if (!told.health().outboxProblem().isEmpty()) {
            return Optional.of(told.health().outboxProblem());
        }
        StringBuilder stuck = new StringBuilder();
        told.health().channels().forEach((name, channel) -> {
            Instant since = channel.oldestQueued();
            if (since != null && since.plus(PATIENCE).isBefore(now)) {
                stuck.append(stuck.isEmpty() ? "" : "; ")
                        .append("channel '")
                        .append(name)
                        .append("' has not delivered since ")
                        .append(since)
                        .append(", ")
                        .append(channel.queued())
                        .append(" wait");
                if (!channel.lastProblem().isEmpty()) {
                    stuck.append(" (").append(channel.lastProblem()).append(')');
                }
            }
        });
        return stuck.isEmpty() ? Optional.empty() : Optional.of(stuck.toString());
    }
}
