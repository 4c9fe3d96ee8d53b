package io.bandwatch.ingest.live.preroll;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ring of one feed: a folder of files, one a look, of which the oldest are deleted before a new one would exceed length or size.
 * Where its disk has no room the ring does not grow, and goes on with the length that it has. What an earlier process left is
 * taken over. Not thread-safe; one writer a folder.
 */
final class RingFolder {
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final RawSource source;
    private final PrerollSettings settings;
    private final Room room;
    private final Deque<Held> held = new ArrayDeque<>();
    private long heldBytes;
    private long heldNs;
    private long overwrittenBytes;
    private long next;
    private long lastNumber = Long.MIN_VALUE;

    /** A file of the ring. */
    private record Held(Path file, long bytes, long ns) {}

    RingFolder(Path folder, RawSource source, PrerollSettings settings, Room room) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.source = source;
        this.settings = settings;
        this.room = room;
        takeOver();
    }

    private void takeOver() throws IOException {
        for (Path file : files(folder)) {
            long number = number(file);
            var look = number < 0 ? java.util.Optional.<KeptLook>empty() : KeptLook.read(file);
            if (look.isEmpty()) {
                Files.delete(file);
                continue;
            }
            next = number + 1;
            hold(new Held(
                    file,
                    look.get().headBytes() + look.get().head().bytes(),
                    look.get().head().length().toNanos()));
        }
    }

    /** Files of a ring, oldest first. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean look = name.matches("\\d{18}\\" + KeptLook.ENDING);
        return look ? Long.parseLong(name.substring(0, name.length() - KeptLook.ENDING.length())) : -1;
    }

    /**
     * Keeps a look.
     *
     * @throws IOException if it could not be kept; the message says why
     */
    void put(RawLook look) throws IOException {
        boolean continues = look.continues() && look.number() == lastNumber + 1;
        KeptLook.Head head =
                new KeptLook.Head(source, continues, look.centerHz(), look.from(), look.to(), look.bytes().length);
        byte[] line = head.line();
        long bytes = (long) line.length + look.bytes().length;
        long ns = head.length().toNanos();
        if (bytes > settings.mostBytes()) {
            throw new IOException("a look of " + bytes + " bytes is larger than its ring");
        }
        while (!held.isEmpty()
                && (heldBytes + bytes > settings.mostBytes()
                        || heldNs + ns > settings.span().toNanos())) {
            overwrite();
        }
        if (!room.has(bytes)) {
            replaceOldest(bytes);
        }
        Path file = folder.resolve(String.format(Locale.ROOT, "%018d", next) + KeptLook.ENDING);
        write(file, line, look.bytes());
        next++;
        lastNumber = look.number();
        hold(new Held(file, bytes, ns));
    }

    /** Gives back as much of the disk as is needed, and no more: others may have filled it, and what is held is all there is. */
    private void replaceOldest(long bytes) throws IOException {
        long given = 0;
        while (given < bytes) {
            if (held.isEmpty()) {
                throw new IOException("no room on the disk of " + folder);
            }
            given += held.getFirst().bytes();
            overwrite();
        }
    }

    /** A file has its name when it is complete. */
    private void write(Path file, byte[] line, byte[] bytes) throws IOException {
        Path unfinished = folder.resolve(file.getFileName() + UNFINISHED);
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            out.write(line);
            out.write(bytes);
        } catch (IOException full) {
            Files.deleteIfExists(unfinished);
            if (!held.isEmpty()) {
                overwrite();
            }
            throw full;
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void hold(Held look) {
        held.addLast(look);
        heldBytes += look.bytes();
        heldNs += look.ns();
    }

    private void overwrite() throws IOException {
        Held oldest = held.removeFirst();
        heldBytes -= oldest.bytes();
        heldNs -= oldest.ns();
        overwrittenBytes += oldest.bytes();
        Files.deleteIfExists(oldest.file());
    }

    /** Size of the files that it holds. */
    long heldBytes() {
        return heldBytes;
    }

    /** Length of the looks that it holds, ns. */
    long heldNs() {
        return heldNs;
    }

    /** Size of the files that gave way to newer ones. */
    long overwrittenBytes() {
        return overwrittenBytes;
    }
}
