package io.bandwatch.detectors.verdict;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.evidence.Relayed;
import java.util.Locale;
import java.util.Optional;

/** Whether a carrier relays a licensed station: by its sound within seconds, by its prints at any delay. */
final class RelayRules {
    private RelayRules() {}

    /** What says that it carries a licensed programme. */
    static Optional<Reason> sameProgramme(Evidence evidence) {
        Likeness nearest = evidence.nearest();
        if (nearest != null && nearest.isSame()) {
            return Optional.of(Reason.of(
                    ReasonCode.SAME_PROGRAMME,
                    DECISIVE,
                    nearest.station(),
                    decimal("%.1f", nearest.delayS()),
                    decimal("%.2f", nearest.correlation())));
        }
        Relayed relayed = evidence.relayed();
        return relayed == null
                ? Optional.empty()
                : Optional.of(Reason.of(
                        ReasonCode.SAME_PRINTS,
                        DECISIVE,
                        relayed.station(),
                        decimal("%.1f", relayed.delayS()),
                        decimal("%.0f", relayed.agreedS()),
                        decimal("%.0f", 100 * relayed.share())));
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
