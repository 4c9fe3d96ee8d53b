package io.bandwatch.alerts.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Follows a file of {@link Acknowledgements} that another part of the service writes. Not thread-safe. */
public final class AcknowledgementTail {
    private final GrowingLines lines;
    private final Set<String> incidents = new HashSet<>();

    /** @param file need not be there yet */
    public AcknowledgementTail(Path file) {
        this.lines = new GrowingLines(file);
    }

    /** Ids of all incidents that somebody knows of by now. */
    public Set<String> incidents() throws IOException {
        lines.readOn(
                incidents::clear,
                line -> incidents.add(Acknowledgement.parse(line).incident()));
        return Set.copyOf(incidents);
    }
}
