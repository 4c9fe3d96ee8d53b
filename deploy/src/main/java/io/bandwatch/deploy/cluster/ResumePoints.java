package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a job without an end may go on: its checkpoints, laid out as Flink does ({@code <job id>/chk-<number>}), and the last of a run that
 * was stopped ({@code last/savepoint-*}). Flink writes {@code _metadata} last, so one cut short has none.
 */
public final class ResumePoints {
    private static final String LAST = "last";
    private static final String COMPLETE = "_metadata";
    private static final int DEPTH = 3;

    private final Path folder;

    /** @param folder of the checkpoints of one job; need not be there */
    public ResumePoints(Path folder) {
        this.folder = folder;
    }

    /** Where the last checkpoint of a run that is stopped goes. */
    public Path last() {
        return folder.resolve(LAST);
    }

    /** The one that was completed last. */
    public Optional<Path> newest() throws IOException {
        return complete().stream().max(Comparator.comparing(ResumePoints::completedAt));
    }

    /** Takes away what nobody will go on from: other points, and folders of runs that have none. */
    public void forgetAllBut(@Nullable Path kept) throws IOException {
        for (Path point : complete()) {
            if (!point.equals(kept)) {
                FileTree.delete(point);
            }
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> runs = Files.list(folder)) {
            for (Path run : runs.toList()) {
                if (kept == null || !kept.startsWith(run)) {
                    FileTree.delete(run);
                }
            }
        }
    }

    private List<Path> complete() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.endsWith(COMPLETE))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static FileTime completedAt(Path point) {
        try {
            return Files.getLastModifiedTime(point.resolve(COMPLETE));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
