package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of the runs of one job, laid out as Flink does: {@code <job id>/chk-<number>/_metadata}.
 *
 * <p>Flink writes {@code _metadata} last, so a checkpoint cut short has none. A resumed run counts on from the checkpoint
 * it started at; the highest number is therefore the newest.
 */
final class CheckpointFolder {
    private static final Pattern JOB_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d{1,18})");

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The newest complete checkpoint. */
    Optional<Path> newest() throws IOException {
        List<Path> complete = new ArrayList<>();
        for (Path job : jobs()) {
            try (Stream<Path> entries = Files.list(job)) {
                entries.filter(CheckpointFolder::isComplete).forEach(complete::add);
            }
        }
        return complete.stream().max(Comparator.comparingLong(CheckpointFolder::numberOf));
    }

    /** Forgets every run: the job ended, and nobody may resume it. */
    void clear() throws IOException {
        for (Path job : jobs()) {
            FileTree.delete(job);
        }
    }

    private List<Path> jobs() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> JOB_ID.matcher(nameOf(entry)).matches())
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isComplete(Path checkpoint) {
        return CHECKPOINT.matcher(nameOf(checkpoint)).matches() && Files.isRegularFile(checkpoint.resolve("_metadata"));
    }

    private static long numberOf(Path checkpoint) {
        Matcher matcher = CHECKPOINT.matcher(nameOf(checkpoint));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
