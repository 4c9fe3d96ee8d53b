package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.inspect.facts.Defect;
import io.bandwatch.ingest.inspect.facts.SigmfFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Finds out what a recording is and whether it can be analysed, reading no more than its head. */
public final class RecordingInspector {
    private final RecordingOptions options;

    public RecordingInspector(RecordingOptions options) {
        this.options = options;
    }

    /**
     * Looks into a recording.
     *
     * @throws UnusableRecordingException if it cannot be used, with one line that says what, where and the remedy
     */
    public Recording inspect(FeedSpec spec) throws UnusableRecordingException {
        try {
            return inspect(spec, SigmfFiles.dataFileOf(Path.of(spec.path())));
        } catch (Defect defect) {
            throw new UnusableRecordingException(defect.kind(), spec.path(), defect.text());
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw new UnusableRecordingException("missing-file", spec.path(), "no such file; check the path");
        } catch (AccessDeniedException denied) {
            throw new UnusableRecordingException(
                    "unreadable", spec.path(), "no permission to read it; run chmod +r on it");
        } catch (IOException failure) {
            throw new UnusableRecordingException(
                    "unreadable", spec.path(), "cannot be read (" + failure.getMessage() + "); is the file damaged?");
        }
    }

    private Recording inspect(FeedSpec spec, Path file) throws Defect, IOException {
        if (Files.isDirectory(file)) {
            throw new Defect("not-a-file", "is a folder; name the recording inside it");
        }
        Compression compression = Content.compressionOf(firstBytes(file));
        byte[] head = head(file, compression);
        if (head.length == 0) {
            throw new Defect("empty", "holds no data; copy the whole file");
        }
        Content content = Content.of(head);
        RecordingKind kind = options.kind() != null ? options.kind() : guess(content, file);
        OpenedFile opened = new OpenedFile(spec, file, compression, content);
        return switch (kind) {
            case IQ -> new IqRecordings(options).inspect(opened);
            case SWEEP -> new SweepRecordings(options).inspect(opened);
            case TS -> new TsRecordings(options).inspect(opened);
            case MEDIA -> new MediaRecordings(options).inspect(opened);
        };
    }

    private static RecordingKind guess(Content content, Path file) {
        if (content == Content.MEDIA) {
            return RecordingKind.MEDIA;
        }
        if (content == Content.TRANSPORT_STREAM || (content != Content.WAV && TsRecordings.isNamedSo(file))) {
            return RecordingKind.TS;
        }
        boolean raw = IqRecordings.rawFormatOf(file) != null;
        return content == Content.TEXT && !raw ? RecordingKind.SWEEP : RecordingKind.IQ;
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static byte[] head(Path file, Compression compression) throws Defect, IOException {
        try (RecordingBytes bytes = RecordingBytes.open(file, compression, 0)) {
            byte[] head = new byte[Content.LOOK_BYTES];
            int got = bytes.read(head, 0, head.length);
            if (bytes.tooMuchMiB() > 0) {
                throw new Defect(
                        "needs-memory",
                        "takes " + bytes.tooMuchMiB() + " MiB to unpack, more than the 128 MiB allowed;"
                                + " unpack it yourself or pack it with xz -6");
            }
            if (got == 0 && bytes.brokenOff()) {
                throw new Defect("broken-compression", brokenPack(compression));
            }
            return Arrays.copyOf(head, got);
        } catch (IOException broken) {
            if (compression != Compression.NONE && !(broken instanceof NoSuchFileException)) {
                throw new Defect("broken-compression", brokenPack(compression));
            }
            throw broken;
        }
    }

    private static String brokenPack(Compression compression) {
        return "the " + compression.name().toLowerCase(Locale.ROOT)
                + " stream breaks off at its beginning; copy the whole file";
    }
}
