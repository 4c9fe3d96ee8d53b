package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/** Cuts a known clip out of the sound of an incident. */
public final class ClipCutter {
    /** What the evidence of a carrier, of a fault in a recording, and of anything in a live multiplex has its sound in. */
    private static final List<String> SOUNDS = List.of("audio.wav", "sound.wav", "stream.ts");

    private static final String THERE = "is there already; choose another name with --name";

    private final Path sound;
    private final @Nullable Integer service;

    /**
     * @param evidence a recording with sound, or the folder of evidence that has one
     * @param service whose sound is meant where it is a multiplex; null for the one that the evidence is about, or the only one
     * @throws UnusableInputException if it has no sound
     */
    public ClipCutter(Path evidence, @Nullable Integer service) {
        this.sound = Files.isDirectory(evidence)
                ? SOUNDS.stream()
                        .map(evidence::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow(() -> refused(evidence, "has none of " + String.join(", ", SOUNDS)))
                : evidence;
        this.service = service;
        if (!Files.isRegularFile(sound)) {
            throw refused(sound, "is not there; name a recording with sound, or the folder of evidence of an incident");
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
        if (!isWav()) {
            Files.write(to, new DecodedSound(sound, service).wav(fromS, toS));
            return;
        }
        if (service != null) {
            throw refused(sound, "has no services but one sound; leave --service out");
        }
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
            throw refused(sound, "is no WAV file, as its name says");
        }
    }

    private boolean isWav() {
        return String.valueOf(sound.getFileName()).toLowerCase(Locale.ROOT).endsWith(".wav");
    }

    static UnusableInputException refused(Path file, String why) {
        return new UnusableInputException(List.of(file + ": " + why));
    }
}
