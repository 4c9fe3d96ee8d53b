package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.matching.Phase;
import java.time.Instant;

/**
 * How two peers stood to each other from some moment on, by what is heard or by what is seen.
 *
 * @param phase how
 * @param since from when on, by the clock of the later of the two
 * @param lasted until when they are known to have been others, where they were
 * @param differing share of bits that differed
 * @param limit a larger share than this speaks for others
 */
public record Turn(Phase phase, Instant since, Instant lasted, double differing, double limit) {
    /** Nothing is known. */
    static final Turn UNKNOWN = new Turn(Phase.SOUGHT, Instant.EPOCH, Instant.EPOCH, 0, 0);

    /** The same where another followed. */
    Turn before(Turn next) {
        return lasted.isAfter(next.since) ? new Turn(phase, since, next.since, differing, limit) : this;
    }
}
