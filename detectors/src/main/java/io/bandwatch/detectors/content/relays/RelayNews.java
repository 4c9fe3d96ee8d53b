package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.evidence.Relayed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a carrier relays a licensed one, or does not any more.
 *
 * @param subject which carrier
 * @param time when that became known
 * @param until up to when both are known to be the same; null where they are not
 * @param relayed what it relays, or null
 */
public record RelayNews(Subject subject, Instant time, @Nullable Instant until, @Nullable Relayed relayed) {
    /** Whether it speaks of a carrier that came on then. */
    boolean isOf(Instant cameOn) {
        return relayed != null && !Objects.requireNonNull(until).isBefore(cameOn);
    }
}
