package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;

/**
 * A sound that is to be known again.
 *
 * @param name what people call it
 * @param words its print: one word each {@value #STRIDE} steps, from its beginning on; {@link SoundWord#QUIET} where too
 *     little is heard, and where it is so much quieter than the rest that noise would speak on air
 */
public record Clip(String name, long[] words) {
    /** Steps from word to word: a tenth of a second. */
    public static final int STRIDE = 5;

    /** Fewer sure bits than in two seconds of most sounds cannot be told from chance. */
    private static final int LEAST_BITS = 400;

    /**
     * The print of a sound.
     *
     * @param levels all of its levels, as {@link AudioMeasurement#printLevels} has them
     */
    public static Clip of(String name, byte[] levels) {
        int steps = levels.length / AudioMeasurement.PRINT_BANDS;
        ContentLook whole = new ContentLook(
                Subject.wholeFeed(name),
                ContentLook.Role.REFERENCE,
                FrameKind.MEASURED,
                Instant.EPOCH,
                steps * PrintLine.STEP_NS,
                levels);
        PrintLine line = PrintLine.NOTHING.with(whole, steps);
        long[] words = new long[(int) Math.max(0, (line.until() + STRIDE - 1) / STRIDE)];
        for (int i = 0; i < words.length; i++) {
            long step = (long) i * STRIDE;
            words[i] = line.holds(step) ? line.at(step) : SoundWord.QUIET;
        }
        return new Clip(name, words);
    }

    /** Whether enough of it is heard. */
    public boolean isUsable() {
        int bits = 0;
        for (long word : words) {
            bits += SoundWord.sure(word);
        }
        return bits >= LEAST_BITS;
    }

    /** Its length, s. */
    public double lengthS() {
        return words.length * STRIDE * AudioMeasurement.PRINT_STEP_S;
    }
}
