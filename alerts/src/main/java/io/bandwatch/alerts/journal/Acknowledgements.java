package io.bandwatch.alerts.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who knows of which incident: a file with a line for each, which whoever has to do with it follows. When {@link #add} has returned, it is
 * on disk. The first one counts. One process writes. Thread-safe.
 */
public final class Acknowledgements {
    private final Path file;
    private final Map<String, Acknowledgement> all = new HashMap<>();

    /**
     * Takes up what there is. A line that was not written to its end, since the process was killed, was never answered, and is cut off.
     *
     * @throws IOException if the file cannot be read or written, or holds something else; the message names it
     */
    public Acknowledgements(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        if (whole < bytes.length) {
            try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                open.truncate(whole);
            }
        }
        for (String line :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            Acknowledgement read = parse(line);
            all.putIfAbsent(read.incident(), read);
        }
    }

    private Acknowledgement parse(String line) throws IOException {
        try {
            return Acknowledgement.parse(line);
        } catch (IOException malformed) {
            throw new IOException(file + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Whether somebody knows of an incident. */
    public synchronized Optional<Acknowledgement> of(String incident) {
        return Optional.ofNullable(all.get(incident));
    }

    /**
     * Takes one in, unless there is one of that incident.
     *
     * @return the one that counts
     * @throws IOException if it could not be written; then nothing has happened
     */
    public synchronized Acknowledgement add(Acknowledgement said) throws IOException {
        Acknowledgement before = all.get(said.incident());
        if (before != null) {
            return before;
        }
        append(said.line());
        all.put(said.incident(), said);
        return said;
    }

    private void append(String line) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = open.size();
            open.position(end);
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    open.write(bytes);
                }
                open.force(true);
            } catch (IOException full) {
                open.truncate(end);
                throw full;
            }
        }
    }
}
