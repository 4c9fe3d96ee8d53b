package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Medium;
import io.bandwatch.detectors.content.matching.Phase;
import io.bandwatch.detectors.content.picture.PictureFollowing;

/**
 * How sound and pictures of a programme stand to what they should be: the state of {@link ProgrammeFollower}.
 *
 * @param sound how its sound does
 * @param pictures how its pictures do
 */
public record ProgrammeFollowing(Following sound, PictureFollowing pictures) {
    /** Nothing was looked at yet. */
    public static final ProgrammeFollowing NOTHING =
            new ProgrammeFollowing(Following.NOTHING, PictureFollowing.NOTHING);

    /** How the one or the other does. */
    public Match of(Medium medium) {
        return medium == Medium.SOUND ? sound : pictures;
    }

    /** Where the one or the other stands; nowhere while the delay may have changed, which is one for both. */
    public Phase phase(Medium medium) {
        return sound.isDoubtful() && of(medium).phase() == Phase.DIFFERENT
                ? Phase.SOUGHT
                : of(medium).phase();
    }

    /** How much of what was heard on air was not compared yet, though what it should be is due, s. */
    public double soundBehindS(Prints air) {
        long next = Math.max(sound.next(), air.sound().from());
        double ahead = Math.max(0, -sound.delay());
        return PrintLine.seconds(Math.max(0, air.sound().until() - next - ahead));
    }

    /** How much of what was seen on air was not compared yet, s. */
    public double picturesBehindS(Prints air) {
        return pictures.behindS(air.pictures());
    }

    /** How much of time was looked at since an earlier state, ns. */
    public long goneOnNs(ProgrammeFollowing before) {
        long heardNs =
                PrintLine.STEP_NS * Math.max(0, sound.next() - before.sound().next());
        return Math.max(heardNs, pictures.goneOnNs(before.pictures()));
    }
}
