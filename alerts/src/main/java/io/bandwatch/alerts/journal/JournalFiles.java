package io.bandwatch.alerts.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The file of a journal, and those beside it that were the journal before. */
public final class JournalFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT_STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".jsonl";

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

    /** Takes what was the journal at a checkpoint for the journal again; what came behind it is in the file that goes. */
    void putBack(Instant began) throws IOException {
        Path then = from(began);
        if (Files.exists(then)) {
            Files.move(then, journal, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes files that nothing was written to since a time. */
    void forget(Instant before) throws IOException {
        try (DirectoryStream<Path> kept =
                Files.newDirectoryStream(journal.resolveSibling(".").normalize(), name + "-{from,until}-*" + ENDING)) {
            for (Path file : kept) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                }
            }
        }
    }
}
