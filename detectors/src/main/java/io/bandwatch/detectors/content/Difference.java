package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.picture.PictureFollower;
import io.bandwatch.detectors.content.picture.PictureFollowing;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sound and pictures together say of a difference from the reference. One of them is enough; how long each has differed
 * is kept as long as it lasts, for they begin and end some moments apart.
 */
final class Difference {
    /** Searches, one a second, that find nothing of a programme that must be there. */
    private static final int MISSED = 30;

    private static final Reason.Weight DECISIVE = Reason.Weight.DECISIVE;

    private Difference() {}

    /** How long a programme has differed in what, of which so much was known before. */
    static Differing of(AirLine line, Role role, Differing before) {
        return before.with(sound(line.following(), role), picture(line.pictured(), role));
    }

    /** What both say together; the reason tells of {@link AirLine#differs}. */
    static Reading reading(AirLine line, Role role) {
        Reading sound = sound(line.following(), role);
        Reading picture = picture(line.pictured(), role);
        boolean heard = sound.answer() == Reading.Answer.YES;
        boolean seen = picture.answer() == Reading.Answer.YES;
        if (!heard && !seen) {
            boolean known = sound.answer() == Reading.Answer.NO || picture.answer() == Reading.Answer.NO;
            return known ? Reading.NO : Reading.UNKNOWN;
        }
        Reading first = heard ? sound : picture;
        Reading other = seen ? picture : sound;
        return new Reading(
                Reading.Answer.YES,
                earlier(first.from(), other.from()),
                later(first.to(), other.to()),
                first.measured(),
                first.threshold(),
                first.unit(),
                new Reason[] {first.reasons()[0], Reason.of(line.differs().where(), DECISIVE)});
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static Reading sound(Following following, Role role) {
        boolean missed =
                following.phase() == Following.Phase.SOUGHT && role == Role.ON_AIR && following.evidence() >= MISSED;
        if (following.phase() == Following.Phase.SAME) {
            return Reading.NO;
        }
        if (following.phase() == Following.Phase.SOUGHT && !missed) {
            return Reading.UNKNOWN;
        }
        long to = following.phase() == Following.Phase.DIFFERENT ? following.settled() : following.next();
        return yes(
                        missed ? following.errors() : following.differing(),
                        missed ? Follower.FOUND : Follower.limit(),
                        missed ? notFound() : differs(following.delayS(), following.errors()))
                .since(PrintLine.time(following.since()))
                .until(PrintLine.time(to));
    }

    private static Reading picture(PictureFollowing following, Role role) {
        boolean missed = following.phase() == PictureFollowing.Phase.SOUGHT
                && role == Role.ON_AIR
                && following.evidence() >= MISSED;
        if (following.phase() == PictureFollowing.Phase.SAME) {
            return Reading.NO;
        }
        if (following.phase() == PictureFollowing.Phase.SOUGHT && !missed) {
            return Reading.UNKNOWN;
        }
        return yes(
                        missed ? following.errors() : following.differing(),
                        missed ? PictureFollower.missing() : PictureFollower.limit(),
                        missed ? notFound() : differs(following.delayS(), following.errors()))
                .since(following.began())
                .until(following.lasted());
    }

    private static Reading yes(double share, double limit, Reason reason) {
        return Reading.yes(share, limit, "share", reason);
    }

    private static Reason notFound() {
        return Reason.of(ReasonCode.NOT_IN_REFERENCE, DECISIVE, Integer.toString(MISSED));
    }

    private static Reason differs(double delayS, double errors) {
        return Reason.of(ReasonCode.DIFFERS_FROM_REFERENCE, DECISIVE, number(delayS, 2), number(100 * errors, 0));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
