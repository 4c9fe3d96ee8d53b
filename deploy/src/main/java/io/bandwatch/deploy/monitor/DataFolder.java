package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.journal.JournalFiles;
import io.bandwatch.alerts.journal.LeftIncidents;
import io.bandwatch.alerts.report.file.WriterLock;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.FileTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the live service keeps, in one folder that one process at a time works in. */
final class DataFolder implements AutoCloseable {
    /**
     * Raised where what detectors remember is laid out otherwise, or lies under other keys: a job cannot go on from checkpoints of before.
     * {@code StateLayoutTest} says when.
     */
    static final int LAYOUT = 2;

    /** What folders have that do not say so. */
    private static final int FIRST_LAYOUT = 1;

    private static final String JOURNAL = "journal.jsonl";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, and keeps others out.
     *
     * @throws UnusableInputException if it cannot be made or another process works in it
     */
    static DataFolder claim(Path data) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UnusableInputException(
                    folder + ": cannot be written; name a folder of this user's in 'data'", unwritable);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                DataFolder claimed = new DataFolder(folder, channel, lock);
                claimed.refuseWhereAJobWrites();
                return claimed;
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            channel.close();
            throw new UnusableInputException(taken(folder), ofThisProcess);
        }
        channel.close();
        throw new UnusableInputException(List.of(taken(folder)));
    }

    /** The job of a cluster has no lock on the folder, but its writer has one on the journal. */
    private void refuseWhereAJobWrites() throws IOException {
        if (WriterLock.isHeld(journal())) {
            close();
            throw new UnusableInputException(List.of(folder
                    + ": the job of a Flink cluster works in it; end that one (submit --stop), or name another folder"
                    + " in 'data'"));
        }
    }

    private static String taken(Path folder) {
        return folder + ": another monitor works in it; stop that one, or name another folder in 'data'";
    }

    /** Checkpoints of the job. */
    Path checkpoints() {
        return checkpoints(folder);
    }

    /** Checkpoints of the job that has a folder. */
    static Path checkpoints(Path data) {
        return data.toAbsolutePath().normalize().resolve("checkpoints");
    }

    /** Data of the embedded store. */
    Path store() {
        return folder.resolve("influxdb");
    }

    /** Pushes that wait to be delivered. */
    Path outbox() {
        return outbox(folder);
    }

    static Path outbox(Path data) {
        return data.toAbsolutePath().normalize().resolve("pushes");
    }

    /** Points that wait for the store. */
    Path spool() {
        return spool(folder);
    }

    /** Points of the job that has a folder. */
    static Path spool(Path data) {
        return data.toAbsolutePath().normalize().resolve("points");
    }

    /** Who knows of which incident. */
    Path acknowledgements() {
        return acknowledgements(folder);
    }

    /** Who knows of which incident that the job found that has a folder. */
    static Path acknowledgements(Path data) {
        return data.toAbsolutePath().normalize().resolve("acknowledgements.jsonl");
    }

    Path journal() {
        return journal(folder);
    }

    /** Journal of the job that has a folder. */
    static Path journal(Path data) {
        return data.toAbsolutePath().normalize().resolve(JOURNAL);
    }

    /** Whether there is nothing to go on from. */
    boolean isFresh() throws IOException {
        if (!Files.isDirectory(checkpoints())) {
            return true;
        }
        try (Stream<Path> files = Files.walk(checkpoints())) {
            return files.noneMatch(file -> file.endsWith("_metadata"));
        }
    }

    /**
     * A run begins. One that begins anew writes a journal of its own; that of the run before is kept beside it.
     *
     * @param feeds that are watched now
     * @param told what people are told
     * @return incidents of runs before that nobody follows any more, as they are closed
     */
    List<Incident> begin(Set<String> feeds, Consumer<String> told) throws IOException {
        setOthersAside(told);
        boolean fresh = isFresh();
        List<Incident> left = List.of();
        try {
            left = LeftIncidents.of(journal(), fresh ? Set.of() : feeds, Instant.now());
        } catch (IOException unreadable) {
            told.accept("what runs before left open cannot be closed: " + unreadable.getMessage());
        }
        if (fresh) {
            new JournalFiles(journal()).keep();
        }
        return left;
    }

    /** A job would be started again and again from a checkpoint that it cannot read. */
    private void setOthersAside(Consumer<String> told) throws IOException {
        Path mark = folder.resolve("checkpoints-layout");
        int layout = Files.exists(mark) ? layout(mark) : FIRST_LAYOUT;
        if (layout != LAYOUT && !isFresh()) {
            Path aside = folder.resolve("checkpoints-of-layout-" + layout);
            FileTree.delete(aside);
            Files.move(checkpoints(), aside);
            told.accept(
                    "what detectors remember was written by another version, which this one cannot read: it begins anew, and incidents that"
                            + " were open are closed. The journal, the store and pushes go on; " + aside
                            + " is there for that version, and can be deleted");
        }
        Files.writeString(mark, LAYOUT + "\n");
    }

    private static int layout(Path mark) throws IOException {
        String text = Files.readString(mark).strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException other) {
            throw new UnusableInputException(
                    mark + ": '" + text + "' is no number; delete 'checkpoints' beside it, or give back what it was",
                    other);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
