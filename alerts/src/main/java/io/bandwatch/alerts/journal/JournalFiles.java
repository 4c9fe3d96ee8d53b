package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of a journal, and those beside it that were the journal before. */
public final class JournalFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT_STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".jsonl";
    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the line begins that is the first of a file which goes on from another one. */
    private static final String HEADER = "{\"type\":\"journal\"";

    private final Path journal;
    private final String name;

    /** @param journal a file called {@code NAME.jsonl}; need not be there yet */
    public JournalFiles(Path journal) {
        this.journal = journal;
        String file = String.valueOf(journal.getFileName());
        this.name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** The file that is written. */
    Path journal() {
        return journal;
    }

    /** What is written before it becomes the journal. */
    Path next() {
        return journal.resolveSibling(name + ENDING + ".next");
    }

    /** Where a file is kept that a running job began, and goes on from elsewhere: a checkpoint of before knows it by that time. */
    Path from(Instant began) {
        return journal.resolveSibling(name + "-from-" + EXACT_STAMP.format(began) + ENDING);
    }

    /**
     * Keeps the journal of a job that nothing goes on from.
     *
     * @throws IOException if it cannot be renamed
     */
    public void keep() throws IOException {
        if (Files.exists(journal) && Files.size(journal) > 0) {
            String stamp = STAMP.format(Files.getLastModifiedTime(journal).toInstant());
            Files.move(journal, journal.resolveSibling(name + "-until-" + stamp + ENDING));
        }
    }

    /**
     * Takes what was the journal at a checkpoint for the journal again; what came behind it is in the file that goes.
     *
     * @throws IOException if what is there was begun at another time than that file
     */
    void putBack(Instant began) throws IOException {
        Path then = from(began);
        if (Files.exists(then)) {
            Files.move(then, journal, StandardCopyOption.REPLACE_EXISTING);
        }
        Optional<Instant> told = Files.exists(journal) ? told() : Optional.empty();
        if (told.isPresent() && told.get().toEpochMilli() != began.toEpochMilli()) {
            throw new IOException(
                    journal + " was begun at " + told.get() + ", but the checkpoint is of one that was begun at "
                            + began + ": give back " + then.getFileName() + ", or start anew without its checkpoints");
        }
    }

    /** When the journal was begun, by its first line; the first file of a run does not say so. */
    private Optional<Instant> told() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(journal)) {
            String first = lines.readLine();
            if (first == null || !first.startsWith(HEADER)) {
                return Optional.empty();
            }
            return Optional.of(Instant.parse(JSON.readTree(first).path("time").asText()));
        } catch (JacksonException | DateTimeParseException torn) {
            return Optional.empty();
        }
    }

    /**
     * Deletes files that nothing was written to since a time, unless hardly anything is newer: a clock that is set far ahead makes
     * all of them old at once. What cannot be deleted stays, and is told in the log.
     *
     * @param newer so many files beside the journal stay at least
     */
    void forget(Instant before, long newer) {
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(journal.resolveSibling(".").normalize(), name + "-{from,until}-*" + ENDING)) {
            for (Path file : files) {
                kept.add(new Kept(file, Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // somebody else tidies up, or has locked the folder; the next day asks again
            LOG.warn("no old journal is deleted: {}", unreadable.getMessage());
            return;
        }
        kept.sort(Comparator.comparing(Kept::written).reversed().thenComparing(Kept::file));
        kept.stream().skip(newer).filter(old -> old.written().isBefore(before)).forEach(old -> {
            try {
                Files.deleteIfExists(old.file());
                LOG.info("{} was deleted: nothing was written to it since {}", old.file(), before);
            } catch (IOException locked) {
                LOG.warn("{} is as old as is kept, and cannot be deleted: {}", old.file(), locked.getMessage());
            }
        });
    }

    /** A file that was the journal before, and when it was written to last. */
    private record Kept(Path file, Instant written) {}
}
