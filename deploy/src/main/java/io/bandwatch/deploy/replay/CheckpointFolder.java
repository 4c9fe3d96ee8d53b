package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of checkpoints, which belongs to one replay: resuming another one there would mix two results. */
final class CheckpointFolder {
    private final Path folder;

    private CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder for a replay, making it if it is not there.
     *
     * @param fingerprint what makes a replay the same: recordings, registers, options
     * @throws UnusableInputException if it belongs to another replay, or cannot be written
     */
    static CheckpointFolder claim(Path folder, String fingerprint) {
        Path owner = folder.resolve("replay");
        try {
            Files.createDirectories(folder);
            if (Files.exists(owner) && !Files.readString(owner).equals(fingerprint)) {
                throw new UnusableInputException(List.of(folder
                        + ": holds the checkpoints of another replay (other recordings, registers or options);"
                        + " name another folder, or remove this one to start anew"));
            }
            Files.writeString(owner, fingerprint);
            return new CheckpointFolder(folder);
        } catch (IOException unwritable) {
            throw new UnusableInputException(
                    folder + ": cannot be used for checkpoints (" + unwritable.getMessage()
                            + "); name a folder that can be written",
                    unwritable);
        }
    }

    /** Where Flink keeps its checkpoints. */
    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Where the result grows. */
    Path work() {
        return folder;
    }
}
