package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.detectors.content.clips.Clip;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.frames.FrameReader;
import io.bandwatch.ingest.frames.FrameReaders;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.ingest.frames.Measuring;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.av.AvFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Known clips: the files of a folder, one audio or video file each, named by their files.
 *
 * @param library those that can be used
 * @param refused counts of the others by kind
 */
public record ClipFolder(ClipLibrary library, Map<String, Long> refused) {
    /** No clip is known. */
    public static final ClipFolder NONE = new ClipFolder(ClipLibrary.NOTHING, Map.of());

    private static final RecordingOptions MEDIA =
            new RecordingOptions(null, null, null, null, RecordingKind.MEDIA, null);

    /**
     * Reads it. What cannot be used is told on {@code err}, the others go on.
     *
     * @throws UnusableInputException if there is no clip in it
     */
    public static ClipFolder read(Path folder, PrintWriter err) {
        List<Clip> clips = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Map<String, Long> refused = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                Clip clip = Clip.of(name, levels(file));
                if (clip.isUsable()) {
                    clips.add(clip);
                } else {
                    lines.add(file + ": too little sound to know it again by; a clip needs five seconds that change");
                    refused.merge("too_little_sound", 1L, Long::sum);
                }
            } catch (UnusableRecordingException unusable) {
                lines.add(String.valueOf(unusable.getMessage()));
                refused.merge(unusable.kind().replace('-', '_'), 1L, Long::sum);
            } catch (IOException unreadable) {
                lines.add(file + ": cannot be read (" + unreadable.getMessage() + "); replace it");
                refused.merge("unreadable", 1L, Long::sum);
            }
        }
        if (clips.isEmpty()) {
            lines.add("--clips " + folder + ": no clip in it can be used; name a folder of audio or video files");
            throw new UnusableInputException(lines);
        }
        lines.forEach(line -> err.println("bandwatch: left out: " + line));
        err.flush();
        return new ClipFolder(ClipLibrary.of(clips), refused);
    }

    /** Names, sizes and times of the files that a folder has now, which tell whether it is worth reading anew. */
    public static Stream<String> stamps(Path folder) {
        return files(folder).stream().map(file -> {
            try {
                return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            } catch (IOException gone) {
                return String.valueOf(file.getFileName());
            }
        });
    }

    /** Whether a file would be a clip. */
    static boolean isUsable(Path file) throws IOException {
        try {
            return Clip.of("", levels(file)).isUsable();
        } catch (UnusableRecordingException unusable) {
            return false;
        }
    }

    /** Counts by kind with those of recordings that cannot be used. */
    Map<String, Long> refusedWith(Map<String, Long> recordings) {
        Map<String, Long> all = new TreeMap<>(recordings);
        refused.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return all;
    }

    /** In an order that is the same everywhere. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UnusableInputException(
                    "--clips " + folder + ": cannot be read; name a folder of audio or video files", unreadable);
        }
    }

    private static byte[] levels(Path file) throws IOException, UnusableRecordingException {
        Recording recording = new RecordingInspector(MEDIA)
                .inspect(new FeedSpec(String.valueOf(file.getFileName()), file.toString()));
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        try (FrameReader reader = FrameReaders.open(
                recording, RecordingPosition.startOf(recording), InputAccount.EMPTY, Measuring.USUAL)) {
            for (MeasuredFrame frame = reader.next(); frame != null; frame = reader.next()) {
                AvFrame look = frame.frame().av();
                AudioMeasurement sound = look == null ? null : look.mainSound();
                if (sound != null) {
                    levels.writeBytes(sound.printLevels());
                }
            }
        }
        return levels.toByteArray();
    }
}
