package io.bandwatch.detectors.content.links;

import java.util.List;
import java.util.Map;

/**
 * What {@link LinkDetector} remembers of all carriers, no longer and no more than {@link LinkMemory} says.
 *
 * @param carriers by their places, without those that are licensed
 * @param shared what was heard on two of them, by the places of both
 * @param feeds by their ids
 * @param groups of carriers that belong together
 */
public record LinkState(
        Map<String, LinkedCarrier> carriers,
        Map<String, SharedProgramme> shared,
        Map<String, HeardFeed> feeds,
        List<LinkedGroup> groups) {
    static final LinkState NOTHING = new LinkState(Map.of(), Map.of(), Map.of(), List.of());
}
