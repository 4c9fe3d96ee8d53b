package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Cuts a known clip out of the sound of an incident. */
public final class ClipCutter {
    /** What the evidence of a carrier has its sound in. */
    private static final String SOUND = "audio.wav";

    private static final String THERE = "is there already; choose another name with --name";

    private final Path sound;

    /**
     * @param evidence a sound, or the folder of evidence that has one
     * @throws UnusableInputException if it has none
     */
    public ClipCutter(Path evidence) {
        this.sound = Files.isDirectory(evidence) ? evidence.resolve(SOUND) : evidence;
        if (!Files.isRegularFile(sound)) {
            throw refused(
                    sound, "is not there; name a WAV file, or the folder of evidence of an incident that has " + SOUND);
        }
    }

    /**
     * Puts the stretch into a folder of clips, unless it could not be known again.
     *
     * @param fromS first second
     * @param toS second behind the last; infinite for the end of the sound
     * @param folder of the clips; made where it is not there
     * @param name of the clip
     * @return the file of the clip
     * @throws UnusableInputException if that cannot be cut out, or is no clip, or there is one of that name
     */
    public Path cut(double fromS, double toS, Path folder, String name) throws IOException {
        Path clip = folder.resolve(name + ".wav");
        if (Files.exists(clip)) {
            throw refused(clip, THERE);
        }
        Files.createDirectories(folder);
        // a name that begins with a dot is no clip, whoever reads the folder meanwhile
        Path cut = Files.createTempFile(folder, ".cut-", ".wav");
        try {
            write(fromS, toS, cut);
            if (!ClipFolder.isUsable(cut)) {
                throw refused(
                        sound,
                        "from " + fromS
                                + " s on there is too little sound to know it again by; a clip needs five seconds that change");
            }
            Files.move(cut, clip);
            return clip;
        } catch (FileAlreadyExistsException meanwhile) {
            throw refused(clip, THERE);
        } finally {
            Files.deleteIfExists(cut);
        }
    }

    private void write(double fromS, double toS, Path to) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(sound));
                AudioInputStream whole = AudioSystem.getAudioInputStream(bytes)) {
            AudioFormat format = whole.getFormat();
            long from = Math.round(fromS * format.getFrameRate());
            long until = Math.min(whole.getFrameLength(), Math.round(toS * format.getFrameRate()));
            if (from >= until) {
                throw refused(
                        sound,
                        "has " + whole.getFrameLength() / format.getFrameRate() + " s; nothing of it lies from " + fromS
                                + " to " + toS + " s; mend --from and --to");
            }
            whole.skipNBytes(from * format.getFrameSize());
            try (AudioInputStream part = new AudioInputStream(whole, format, until - from)) {
                AudioSystem.write(part, AudioFileFormat.Type.WAVE, to.toFile());
            }
        } catch (UnsupportedAudioFileException other) {
            throw refused(sound, "is no WAV file; put other files into the folder as they are");
        }
    }

    private static UnusableInputException refused(Path file, String why) {
        return new UnusableInputException(List.of(file + ": " + why));
    }
}
