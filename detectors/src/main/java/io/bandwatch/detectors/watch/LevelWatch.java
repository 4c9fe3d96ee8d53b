package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.level.LevelMemory;
import io.bandwatch.detectors.level.LevelSettings;
import io.bandwatch.detectors.level.Levels;
import io.bandwatch.signal.RfObservation;
import java.util.List;

/**
 * Learns the levels of the licensed stations of a feed and holds them against each other. An overloaded receiver compresses
 * what it receives, so that nothing is learned then, and nothing compared.
 */
final class LevelWatch {
    private final LevelSettings settings;

    LevelWatch(LevelSettings settings) {
        this.settings = settings;
    }

    /** A place with what the look at it says of its level. */
    PlaceMemory learned(PlaceMemory place, RfObservation look, double clippedShare) {
        if (place.level().isEmpty() && !look.onAir()) {
            return place;
        }
        boolean usable = place.isStation() && !OverloadTotals.isOverload(clippedShare);
        return place.levelled(place.level().with(usable ? look : look.withoutCarrier(), settings));
    }

    /** All places, each compared with what was learned of it. */
    List<PlaceMemory> compared(List<PlaceMemory> places, long lookNs) {
        List<LevelMemory> levels = places.stream().map(PlaceMemory::level).toList();
        double commonDb = Levels.commonDb(levels, settings);
        return places.stream()
                .map(place -> Double.isNaN(place.level().nowOffDb())
                        ? place
                        : place.levelled(place.level().compared(commonDb, lookNs, settings)))
                .toList();
    }
}
