package io.bandwatch.detectors.content.links;

import java.util.List;
import java.util.Map;

/**
 * What {@link LinkDetector} remembers of all carriers.
 *
 * @param carriers by their places
 * @param shared what was heard on two of them, by the places of both
 * @param groups of carriers that belong together
 */
public record LinkState(
        Map<String, LinkedCarrier> carriers, Map<String, SharedProgramme> shared, List<LinkedGroup> groups) {
    static final LinkState NOTHING = new LinkState(Map.of(), Map.of(), List.of());
}
