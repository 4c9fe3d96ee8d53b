package io.bandwatch.detectors.content.matching;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.Reading.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long sound and pictures have differed while a difference lasts, each without a break. One of them is enough for a
 * difference; they begin and end some moments apart.
 *
 * @param soundNs longest time in which the sound differed, ns
 * @param pictureNs longest time in which the pictures did, ns
 */
public record Differing(long soundNs, long pictureNs) {
    /** Nothing differed. */
    public static final Differing NOTHING = new Differing(0, 0);

    /** What lasts as long would be told if it were alone. */
    private static final long TOLD_NS = 3_000_000_000L;

    private static final double SHARE = 0.5;

    /** With what both say now. */
    public Differing with(Reading sound, Reading picture) {
        return new Differing(Math.max(soundNs, lengthNs(sound)), Math.max(pictureNs, lengthNs(picture)));
    }

    private static long lengthNs(Reading reading) {
        Instant from = reading.from();
        Instant to = reading.to();
        return from == null || to == null
                ? 0
                : Math.max(1, Duration.between(from, to).toNanos());
    }

    /** In which of them the difference lies: one that differed for a moment only, beside the other, does not count. */
    ReasonCode where() {
        double least = Math.min(TOLD_NS, SHARE * Math.max(soundNs, pictureNs));
        if (pictureNs < least) {
            return ReasonCode.SOUND_DIFFERS;
        }
        return soundNs < least ? ReasonCode.PICTURE_DIFFERS : ReasonCode.SOUND_AND_PICTURE_DIFFER;
    }

    /** What both say together, and where the difference lies. */
    public Reading reading(Reading sound, Reading picture) {
        boolean heard = sound.answer() == Answer.YES;
        boolean seen = picture.answer() == Answer.YES;
        if (!heard && !seen) {
            boolean known = sound.answer() == Answer.NO || picture.answer() == Answer.NO;
            return known ? Reading.NO : Reading.UNKNOWN;
        }
        Reading first = heard ? sound : picture;
        Reading other = seen ? picture : sound;
        return new Reading(
                Answer.YES,
                earlier(first.from(), other.from()),
                later(first.to(), other.to()),
                first.measured(),
                first.threshold(),
                first.unit(),
                new Reason[] {first.reasons()[0], Reason.of(where(), Reason.Weight.DECISIVE)});
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
