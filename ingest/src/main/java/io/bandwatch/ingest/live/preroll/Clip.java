package io.bandwatch.ingest.live.preroll;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was cut out of a ring.
 *
 * @param source how its bytes are to be read
 * @param parts what it was put together of, each a look or a piece of one, in order
 */
public record Clip(RawSource source, List<Part> parts) {
    private static final int CHUNK_BYTES = 1 << 16;

    /**
     * A look, or a piece of one.
     *
     * @param first number of its first sample in the clip; for a transport stream, of its first byte
     * @param units samples, or bytes of a transport stream
     * @param continues whether it goes on where the part before ended
     * @param centerHz frequency that the receiver was tuned to, Hz; 0 for a transport stream
     * @param from time of its first sample
     * @param to time behind its last
     */
    public record Part(long first, long units, boolean continues, long centerHz, Instant from, Instant to) {}

    /** Samples in all; for a transport stream, bytes. */
    public long units() {
        return parts.stream().mapToLong(Part::units).sum();
    }

    /** Time of its first sample. */
    public Instant from() {
        return parts.get(0).from();
    }

    /** Time behind its last. */
    public Instant to() {
        return parts.get(parts.size() - 1).to();
    }

    /** The parts that something before them is missing of: where stretches begin. */
    public List<Part> beginnings() {
        return parts.stream().filter(part -> !part.continues()).toList();
    }

    /** Where a time lies in it, in samples; the next sample where it lies in a gap, the end where it lies behind all. */
    public long at(Instant time) {
        // where the times of two looks overlap, the later one is right: it is what begins then
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (!time.isBefore(part.from())) {
                return part.first() + at(time, part.from(), part.to(), part.units());
            }
        }
        return 0;
    }

    /** Looks of a ring that have something of a time span, oldest first; none where there is no ring. */
    public static List<KeptLook> looks(Path ring, Instant from, Instant to) throws IOException {
        if (!Files.isDirectory(ring)) {
            return List.of();
        }
        return RingFolder.files(ring).stream()
                .filter(file -> file.toString().endsWith(KeptLook.ENDING))
                .flatMap(file -> KeptLook.read(file).stream())
                .filter(look ->
                        look.head().from().isBefore(to) && look.head().to().isAfter(from))
                .toList();
    }

    /** The newest look of a ring; empty where there is none. */
    public static Optional<KeptLook> newest(Path ring) throws IOException {
        if (!Files.isDirectory(ring)) {
            return Optional.empty();
        }
        List<Path> files = RingFolder.files(ring).stream()
                .filter(file -> file.toString().endsWith(KeptLook.ENDING))
                .toList();
        return files.isEmpty() ? Optional.empty() : KeptLook.read(files.get(files.size() - 1));
    }

    /**
     * Writes the bytes of a time span, to the sample. A look that was overwritten meanwhile is a gap.
     *
     * @param looks of one source, oldest first
     * @return what was written; empty where nothing was
     */
    public static Optional<Clip> cut(List<KeptLook> looks, Instant from, Instant to, OutputStream out)
            throws IOException {
        List<Part> parts = new ArrayList<>();
        boolean goesOn = false;
        long written = 0;
        for (KeptLook look : looks) {
            KeptLook.Head head = look.head();
            boolean joins = goesOn && head.continues();
            // the times of looks that follow each other may overlap by what the clock was slewed; their samples do not
            long begin = joins ? 0 : at(from, head.from(), head.to(), head.units());
            long end = at(to, head.from(), head.to(), head.units());
            goesOn = begin < end && copy(look, begin, end, out);
            if (!goesOn) {
                continue;
            }
            parts.add(new Part(written, end - begin, joins, head.centerHz(), time(head, begin), time(head, end)));
            written += end - begin;
            if (end < head.units()) {
                break;
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clip(looks.get(0).head().source(), List.copyOf(parts)));
    }

    /** Whether it was still there. */
    private static boolean copy(KeptLook look, long begin, long end, OutputStream out) throws IOException {
        int unit = look.head().source().unitBytes();
        try (InputStream in = Files.newInputStream(look.file())) {
            in.skipNBytes(look.headBytes() + begin * unit);
            byte[] chunk = new byte[CHUNK_BYTES];
            for (long left = (end - begin) * unit; left > 0; ) {
                int got = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (got < 0) {
                    throw new IOException(look.file() + " is shorter than it says");
                }
                out.write(chunk, 0, got);
                left -= got;
            }
            return true;
        } catch (NoSuchFileException overwritten) {
            return false;
        }
    }

    private static long at(Instant time, Instant from, Instant to, long units) {
        double share = (double) Duration.between(from, time).toNanos()
                / Duration.between(from, to).toNanos();
        return Math.max(0, Math.min(units, Math.round(share * units)));
    }

    private static Instant time(KeptLook.Head head, long unit) {
        return head.from().plusNanos(Math.round((double) head.length().toNanos() * unit / head.units()));
    }
}
