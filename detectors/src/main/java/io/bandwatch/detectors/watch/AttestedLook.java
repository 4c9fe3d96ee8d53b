package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at one place of a feed, with what is known of the carrier there.
 *
 * @param look the look
 * @param evidence what is known; {@link Evidence#NOTHING} where no carrier is on air
 * @param opening the opening of propagation at the feed, or null
 */
public record AttestedLook(RfObservation look, Evidence evidence, @Nullable Opening opening) {
    /** Start of the look. */
    public Instant time() {
        return look.time();
    }

    /** The place, the key of every detector of carriers. */
    public String place() {
        return look.place();
    }

    /** Id of the feed. */
    public String feed() {
        return look.feed();
    }

    /** Whether nothing follows at this place. */
    public boolean isLast() {
        return look.kind() == FrameKind.ENDED;
    }
}
