package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.ProgrammeFollowing;
import io.bandwatch.detectors.content.matching.Medium;

/**
 * Two peers, the one that was there later compared with the other.
 *
 * @param following how it stands to the other now
 * @param sound how their sounds stood of late
 * @param pictures how their pictures did
 */
public record Pair(ProgrammeFollowing following, Turns sound, Turns pictures) {
    /** Nothing was compared yet. */
    static final Pair NOTHING = new Pair(ProgrammeFollowing.NOTHING, Turns.NONE, Turns.NONE);

    /** Gone on. */
    Pair with(ProgrammeFollowing next) {
        return new Pair(
                next,
                sound.with(next.phase(Medium.SOUND), next.sound()),
                pictures.with(next.phase(Medium.PICTURE), next.pictures()));
    }

    Turns turns(Medium medium) {
        return medium == Medium.SOUND ? sound : pictures;
    }
}
