package io.bandwatch.ingest.inspect.facts;

import io.bandwatch.ingest.bytes.RecordingBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Where the two parts of a SigMF recording are: two files of one name, or two entries of an archive. */
public final class SigmfFiles {
    private static final String META = ".sigmf-meta";
    private static final String DATA = ".sigmf-data";
    private static final int LARGEST_META_BYTES = 1 << 24;

    private SigmfFiles() {}

    /** The file with the samples, when either part or the common name was given; any other path is itself. */
    public static Path dataFileOf(Path given) throws Defect, IOException {
        String name = String.valueOf(given.getFileName());
        if (name.endsWith(META)) {
            if (!Files.exists(given)) {
                throw new NoSuchFileException(given.toString());
            }
            return existing(given.resolveSibling(name.replace(META, DATA)));
        }
        if (!Files.exists(given) && Files.exists(given.resolveSibling(name + META))) {
            return existing(given.resolveSibling(name + DATA));
        }
        return given;
    }

    private static Path existing(Path data) throws Defect {
        if (!Files.exists(data)) {
            throw new Defect(
                    "missing-file", "its data file " + data.getFileName() + " is missing; put it beside the metadata");
        }
        return data;
    }

    /** The metadata beside a SigMF data file, or null if it is no such file. */
    public static @Nullable Path metaFileOf(Path data) throws Defect {
        String name = String.valueOf(data.getFileName());
        if (!name.endsWith(DATA)) {
            return null;
        }
        Path meta = data.resolveSibling(name.replace(DATA, META));
        if (!Files.exists(meta)) {
            throw new Defect(
                    "missing-file", "its metadata file " + meta.getFileName() + " is missing; put it beside the data");
        }
        return meta;
    }

    /** Metadata and place of the data in an archive (tar, SigMF specification, section Archives). */
    public static IqFacts inArchive(RecordingBytes bytes) throws Defect, IOException {
        String meta = null;
        long dataOffset = -1;
        long dataBytes = 0;
        TarArchiveInputStream tar = new TarArchiveInputStream(new UnpackedStream(bytes));
        try {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().endsWith(META) && entry.getSize() <= LARGEST_META_BYTES) {
                    meta = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else if (entry.getName().endsWith(DATA)) {
                    dataOffset = tar.getBytesRead();
                    dataBytes = entry.getSize();
                }
                if (meta != null && dataOffset >= 0) {
                    return SigmfMeta.read(meta, dataOffset, dataBytes);
                }
            }
        } catch (IOException broken) {
            throw new Defect(
                    "truncated-header", "the archive ends before its metadata were found; copy the whole file");
        }
        throw new Defect("unknown-format", "the archive holds no pair of .sigmf-meta and .sigmf-data; is it SigMF?");
    }

    /** Recording bytes as a stream. */
    private static final class UnpackedStream extends InputStream {
        private final RecordingBytes bytes;
        private final byte[] one = new byte[1];

        UnpackedStream(RecordingBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read(one, 0, 1) == 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int got = bytes.read(into, from, length);
            return got == 0 && length > 0 ? -1 : got;
        }
    }
}
