package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.bytes.RecordingBytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file whose first bytes have been looked at.
 *
 * @param spec as the caller named it
 * @param file the file that holds the measurements
 * @param compression how it is packed
 * @param content what its first bytes say
 */
record OpenedFile(FeedSpec spec, Path file, Compression compression, Content content) {
    RecordingBytes bytes() throws IOException {
        return RecordingBytes.open(file, compression, 0);
    }

    /** Name of the file without the ending of its packing. */
    String name() {
        return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.(xz|gz|zst)$", "");
    }
}
