package io.bandwatch.detectors.content.relays;

import java.util.Map;

/**
 * What {@link RelayDetector} remembers.
 *
 * @param carriers by their places
 */
public record RelayState(Map<String, HeardCarrier> carriers) {
    static final RelayState NOTHING = new RelayState(Map.of());
}
