package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.matching.Medium;
import java.time.Instant;

/**
 * On which side one peer is, by what is heard and by what is seen. Each has its own majority: radio carriers have no pictures,
 * and one may have other sound while another has other pictures. Where as many pictures differ as agree, the sound may still
 * tell which are wrong, and the other way round.
 *
 * @param moment of the programme that is judged, by its clock
 * @param sound how its sound stands to that of the others
 * @param picture how its pictures do
 * @param named whether it was named as the one that differs
 * @param othersNamed whether one from which it differs was
 */
record Sides(Instant moment, Standing sound, Standing picture, boolean named, boolean othersNamed) {
    static Sides of(PeerState state, int peer, Instant now) {
        Instant moment = state.moment(peer, now, Standing.lately(now));
        Standing sound = Standing.of(state, peer, now, moment, Medium.SOUND);
        Standing picture = Standing.of(state, peer, now, moment, Medium.PICTURE);
        boolean othersNamed = sound.different().stream()
                        .anyMatch(other -> state.peers().get(other).isNamed())
                || picture.different().stream()
                        .anyMatch(other -> state.peers().get(other).isNamed());
        return new Sides(moment, sound, picture, state.peers().get(peer).isNamed(), othersNamed);
    }

    Standing of(Medium medium) {
        return medium == Medium.SOUND ? sound : picture;
    }

    /** Whether it is the odd one out. */
    boolean isOdd(Medium medium) {
        boolean elsewhere = named || of(medium.other()).isOdd();
        return of(medium).isOdd() || (of(medium).isTied() && elsewhere);
    }

    /** Whether nobody knows which are wrong: where the other medium differs as well, and may tell, it is waited for. */
    boolean isTied(Medium medium) {
        Standing other = of(medium.other());
        boolean untold = other.different().isEmpty() || other.isTied();
        return of(medium).isTied() && untold && !named && !othersNamed;
    }

    /** Whether that is told of this one: once for all. */
    boolean isFirst() {
        return isTied(Medium.SOUND) ? sound.isFirst() : picture.isFirst();
    }

    /** Whether another, or the peer itself, is on either side. */
    boolean concern(int other) {
        return other == sound.peer() || sound.concerns(other) || picture.concerns(other);
    }
}
