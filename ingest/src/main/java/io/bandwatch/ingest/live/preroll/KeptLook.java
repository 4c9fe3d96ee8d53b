package io.bandwatch.ingest.live.preroll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A look in a ring: a line of JSON that says what follows, then the bytes as they came.
 *
 * @param file where it is; it may be overwritten at any time
 * @param head what its first line says
 * @param headBytes length of that line with its end
 */
public record KeptLook(Path file, Head head, int headBytes) {
    static final String ENDING = ".look";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_HEAD = 1000;

    /**
     * What a look is of.
     *
     * @param source how its bytes are to be read
     * @param continues whether its bytes go on where those of the file before ended
     * @param centerHz frequency that the receiver was tuned to, Hz; 0 for a transport stream
     * @param from time of its first byte
     * @param to time behind its last
     * @param bytes how many there are
     */
    public record Head(RawSource source, boolean continues, long centerHz, Instant from, Instant to, long bytes) {
        /** Samples, or bytes of a transport stream. */
        public long units() {
            return bytes / source.unitBytes();
        }

        Duration length() {
            return Duration.between(from, to);
        }

        byte[] line() {
            ObjectNode line = JSON.createObjectNode();
            line.put("format", source.format());
            line.put("unit_bytes", source.unitBytes());
            line.put("rate_hz", source.rateHz());
            line.put("continues", continues);
            line.put("center_hz", centerHz);
            line.put("from", TIME.format(from));
            line.put("to", TIME.format(to));
            line.put("bytes", bytes);
            return (line + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Its bytes.
     *
     * @throws java.nio.file.NoSuchFileException if it was overwritten meanwhile
     */
    public byte[] bytes() throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOfRange(all, headBytes, all.length);
    }

    /** Reads the head of a file; empty if it is gone or was never finished. */
    static Optional<KeptLook> read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LONGEST_HEAD)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            while (next >= 0 && next != '\n' && line.size() < LONGEST_HEAD) {
                line.write(next);
                next = in.read();
            }
            KeptLook look = new KeptLook(file, head(line.toString(StandardCharsets.UTF_8)), line.size() + 1);
            boolean whole = Files.size(file) == look.headBytes() + look.head().bytes()
                    && look.head().from().isBefore(look.head().to());
            return whole ? Optional.of(look) : Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException goneOrCutShort) {
            return Optional.empty();
        }
    }

    private static Head head(String line) throws JsonProcessingException {
        JsonNode said = JSON.readTree(line);
        return new Head(
                new RawSource(
                        said.path("format").asText(),
                        said.path("unit_bytes").asInt(),
                        said.path("rate_hz").asDouble()),
                said.path("continues").asBoolean(),
                said.path("center_hz").asLong(),
                Instant.parse(said.path("from").asText()),
                Instant.parse(said.path("to").asText()),
                said.path("bytes").asLong());
    }
}
