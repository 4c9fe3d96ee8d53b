package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.receiver.UsualCarriers;
import io.bandwatch.detectors.rf.tracking.TrackerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the watch remembers of one feed.
 *
 * @param tracker carriers followed
 * @param places every place ever observed, by channel and slot
 * @param opening the opening of propagation that lasts, or null
 * @param usual carriers that a live receiver hears as a rule
 */
public record WatchState(
        TrackerState tracker, List<PlaceMemory> places, @Nullable Opening opening, UsualCarriers usual) {}
