package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.ts.Progress;

/**
 * What {@link ServiceDetector} remembers of a feed.
 *
 * @param progress how much it had brought
 * @param watches its services, by rising number
 */
public record ServicesState(Progress progress, ServiceWatch[] watches) {
    static final ServicesState NOTHING = new ServicesState(Progress.NOTHING, new ServiceWatch[0]);
}
