package io.bandwatch.detectors.content;

import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import java.time.Duration;
import java.time.Instant;

/**
 * How long sound and pictures have differed while a difference lasts, each without a break.
 *
 * @param soundNs longest time in which the sound differed, ns
 * @param pictureNs longest time in which the pictures did, ns
 */
public record Differing(long soundNs, long pictureNs) {
    static final Differing NOTHING = new Differing(0, 0);

    /** What lasts as long would be told if it were alone. */
    private static final long TOLD_NS = 3_000_000_000L;

    private static final double SHARE = 0.5;

    /** With what both say now. */
    Differing with(Reading sound, Reading picture) {
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
}
