package io.bandwatch.detectors.content;

import io.bandwatch.detectors.content.picture.PictureFollower;
import io.bandwatch.detectors.content.picture.PictureFollowing;
import io.bandwatch.signal.av.PicturePrint;
import java.io.Serializable;
import java.time.Duration;

/**
 * Follows sound and pictures of a programme along what they should be. Each tells the other of its delay: there is one clock
 * for both.
 */
public final class ProgrammeFollower implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Follower follower;
    private final PictureFollower pictureFollower;

    /** @param mostDelayS longest delay of a programme behind what it should be, s */
    public ProgrammeFollower(double mostDelayS) {
        this(mostDelayS, 0);
    }

    /**
     * One for programmes of which either may be wrong.
     *
     * @param mostDelayS longest delay of a programme behind what it should be, s
     * @param earlierS how much earlier than it came that is told, so that it is the earlier one whichever is, s
     */
    public ProgrammeFollower(double mostDelayS, double earlierS) {
        this.follower = new Follower(mostDelayS, earlierS);
        this.pictureFollower = new PictureFollower(mostDelayS, earlierS);
    }

    /** What should be on air, with another look at it. */
    public Prints reference(Prints before, ContentLook look) {
        return before.with(look, follower.referenceWords(), pictureFollower.referenceSteps());
    }

    /**
     * What is on air, with another look at it.
     *
     * @param behind how much longer it is kept: by how much the reference is told to be earlier than it is
     */
    public Prints air(Prints before, ContentLook look, Duration behind) {
        int words = (int) (behind.toNanos() / PrintLine.STEP_NS);
        int steps = (int) (behind.toNanos() / PicturePrint.STEP_NS);
        return before.with(look, follower.airWords() + words, pictureFollower.airSteps() + steps);
    }

    /**
     * Goes on as far as both are known.
     *
     * @param must whether the programme must be in the reference
     */
    public ProgrammeFollowing after(ProgrammeFollowing before, Prints air, Prints reference, boolean must) {
        Following sound = follower.after(
                before.sound(),
                air.sound(),
                reference.sound(),
                must,
                before.pictures().sameDelayS());
        PictureFollowing pictures =
                pictureFollower.after(before.pictures(), air.pictures(), reference.pictures(), sound.clock());
        return new ProgrammeFollowing(sound, pictures);
    }
}
