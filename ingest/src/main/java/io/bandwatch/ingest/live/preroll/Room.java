package io.bandwatch.ingest.live.preroll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room on a disk. */
@FunctionalInterface
public interface Room {
    /**
     * Whether so many bytes more may be written.
     *
     * @throws IOException if the disk does not say
     */
    boolean has(long bytes) throws IOException;

    /** Room on the disk of a folder, of which some is left to others. */
    static Room on(Path folder, long leastFreeBytes) {
        return bytes -> Files.getFileStore(folder).getUsableSpace() - bytes >= leastFreeBytes;
    }
}
