package io.bandwatch.ingest.live.preroll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Follows a ring while it is written: each look as it comes. Whoever is slower than the ring misses looks. Not thread-safe. */
public final class RingFollower {
    private final Path ring;
    private String last;

    /**
     * Begins a little before now.
     *
     * @param back looks that are there already and are taken first, at most
     */
    public RingFollower(Path ring, int back) throws IOException {
        this.ring = ring;
        List<String> names = names();
        int before = names.size() - back - 1;
        this.last = before >= 0 ? names.get(before) : "";
    }

    private List<String> names() throws IOException {
        return RingFolder.files(ring).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(KeptLook.ENDING))
                .toList();
    }

    /** The next look; empty while it has not come. */
    public Optional<KeptLook> next() throws IOException {
        for (String name : names()) {
            if (name.compareTo(last) > 0) {
                last = name;
                Optional<KeptLook> look = KeptLook.read(ring.resolve(name));
                if (look.isPresent()) {
                    return look;
                }
            }
        }
        return Optional.empty();
    }
}
