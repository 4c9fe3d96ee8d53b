package io.bandwatch.detectors.content.reference;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.matching.Match;
import io.bandwatch.detectors.content.matching.Phase;
import java.util.Locale;

/** What sound or pictures say of a difference from the reference. */
final class Difference {
    /** Searches, one a second, that find nothing of a programme that must be there. */
    private static final int MISSED = 30;

    /** What was compared no more for so long is not known to last, s. */
    private static final double STALE_S = 2;

    /** After so long it is taken to be over when it was compared last, s. */
    private static final double GONE_S = 5;

    private static final Reason.Weight DECISIVE = Reason.Weight.DECISIVE;

    private Difference() {}

    /**
     * What one of them says.
     *
     * @param behindS how long ago what is on air was compared last, s
     */
    static Reading reading(Match match, Role role, double behindS) {
        boolean missed = match.phase() == Phase.SOUGHT && role == Role.ON_AIR && match.evidence() >= MISSED;
        if (match.phase() == Phase.SAME) {
            return Reading.NO;
        }
        if ((match.phase() == Phase.SOUGHT && !missed) || match.isDoubtful()) {
            return Reading.UNKNOWN;
        }
        if (!missed && behindS > STALE_S) {
            // the reference has ended, or is away
            return behindS > GONE_S ? Reading.NO : Reading.UNKNOWN;
        }
        return Reading.yes(
                        missed ? match.errors() : match.differing(),
                        missed ? match.missing() : match.limit(),
                        "share",
                        missed ? notFound() : differs(match))
                .since(match.began())
                .until(match.lasted());
    }

    private static Reason notFound() {
        return Reason.of(ReasonCode.NOT_IN_REFERENCE, DECISIVE, Integer.toString(MISSED));
    }

    private static Reason differs(Match match) {
        return Reason.of(
                ReasonCode.DIFFERS_FROM_REFERENCE,
                DECISIVE,
                number(match.delayS(), 2),
                number(100 * match.errors(), 0));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
