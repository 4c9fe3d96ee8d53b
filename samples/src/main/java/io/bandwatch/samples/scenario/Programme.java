package io.bandwatch.samples.scenario;

import java.nio.file.Path;

/** Where the sound of a station comes from. */
public sealed interface Programme {
    /** A sound file, repeated when it is shorter than the scene. */
    record SoundFile(Path path) implements Programme {}

    /**
     * Speech made on the spot.
     *
     * @param text what is said, repeated after a pause
     * @param language {@code zh} or {@code en}
     */
    record Speech(String text, String language) implements Programme {}

    /**
     * Music made on the spot.
     *
     * @param style {@code calm}, {@code pop} or {@code dance}
     */
    record Music(long seed, String style) implements Programme {}

    /**
     * A steady tone on both channels.
     *
     * @param levelDbfs of a real sine, full scale 0
     */
    record Tone(double frequencyHz, double levelDbfs) implements Programme {}

    /** Nothing to hear. */
    record Silence() implements Programme {}

    /** No sound, but a block of digital radio in place of the carrier. */
    record DigitalBlock(long seed) implements Programme {}
}
