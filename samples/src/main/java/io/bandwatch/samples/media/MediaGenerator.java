package io.bandwatch.samples.media;

import io.bandwatch.samples.audio.ChildProcess;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders scenes of pictures and sound. The same scene and the same FFmpeg give the same bytes. */
public final class MediaGenerator {
    private static final String PROGRAM = "ffmpeg";
    private static final int COMPLAINT_BYTES = 1 << 16;

    private static final double TAIL_S = 2;

    private MediaGenerator() {}

    /** Whether it can be done here. */
    public static boolean isPossible() {
        return ChildProcess.isInstalled(PROGRAM);
    }

    /**
     * Renders a scene into a folder, which is made if it is missing: recording and truth.
     *
     * @throws ScenarioException if FFmpeg is missing or cannot make it, or the folder cannot be written
     */
    public static RenderedMedia render(MediaScene scene, Path folder) {
        if (!isPossible()) {
            throw new ScenarioException(
                    scene.name() + ": ffmpeg is not installed; ./bandwatch doctor says how to get it");
        }
        Path recording = folder.resolve(scene.fileName());
        Path truth = folder.resolve(scene.fileName() + ".truth.json");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(truth);
            ChildProcess.Outcome made = ChildProcess.run(command(scene, recording), "", COMPLAINT_BYTES);
            if (made.exitCode() != 0) {
                throw new ScenarioException(scene.name() + ": ffmpeg cannot make it: " + made.complaint());
            }
            if (scene.format().transportStream()) {
                Files.write(recording, StreamDamage.of(scene, Files.readAllBytes(recording)));
            }
            Files.writeString(truth, MediaTruth.json(scene));
            return new RenderedMedia(recording, truth);
        } catch (IOException e) {
            throw new ScenarioException(folder + ": cannot be written (" + e + "); give a folder with room", e);
        }
    }

    private static List<String> command(MediaScene scene, Path recording) {
        // when FFmpeg has nothing more to multiplex, sound comes after its time: the end is made, and cut off
        MediaScene longer = scene.format().transportStream() ? scene.lasting(scene.durationS() + TAIL_S) : scene;
        String graph = new PictureGraph(longer).text() + ";" + new SoundGraph(longer).text();
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "[a]"));
        command.addAll(List.of("-t", String.format(Locale.ROOT, "%.2f", longer.durationS())));
        // times as they come: a picture that is left out leaves a gap, and is not filled with the one before
        command.addAll(List.of("-fps_mode", "passthrough", "-threads", "1", "-fflags", "+bitexact"));
        command.addAll(scene.format().coding().options(scene.format().transportStream()));
        command.add(recording.toString());
        return command;
    }
}
