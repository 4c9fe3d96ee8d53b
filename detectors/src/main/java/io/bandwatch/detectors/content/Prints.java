package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Medium;
import io.bandwatch.detectors.content.picture.PictureLine;
import java.time.Instant;

/**
 * The last prints of a programme.
 *
 * @param sound its last words
 * @param pictures its last pictures
 */
public record Prints(PrintLine sound, PictureLine pictures) {
    /** Nothing heard or seen yet. */
    public static final Prints NOTHING = new Prints(PrintLine.NOTHING, PictureLine.NOTHING);

    /**
     * With what another look brings.
     *
     * @param words how many of the sound are kept
     * @param steps how many of the pictures are
     */
    public Prints with(ContentLook look, int words, int steps) {
        return new Prints(
                sound.with(look, words),
                pictures.with(look.end(), look.prints(), steps, look.role() == ContentLook.Role.REFERENCE));
    }

    /** Whether anything is heard, or seen, up to an instant or later. */
    public boolean reach(Instant instant, Medium medium) {
        return medium == Medium.SOUND ? sound.reaches(instant) : pictures.reaches(instant);
    }
}
