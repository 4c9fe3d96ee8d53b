package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.evidence.Relayed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RelayWatch} remembers of one place.
 *
 * @param cameOn since when a carrier is there, or null
 * @param offNs observed absence since it was last there, ns
 * @param relayed what it relays, or null
 */
public record RelayWatchState(@Nullable Instant cameOn, long offNs, @Nullable Relayed relayed) {
    static final RelayWatchState NOTHING = new RelayWatchState(null, 0, null);

    RelayWatchState knowing(@Nullable Relayed now) {
        return new RelayWatchState(cameOn, offNs, now);
    }
}
