package io.bandwatch.detectors.content.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WordCutter} remembers of a programme.
 *
 * @param from when what was not cut yet began; null where there is nothing
 * @param levels that were not cut yet, and before them those that words need on their other side
 * @param until step behind the last of them, since 1970
 * @param fresh how many steps of them were not cut yet
 * @param station who is licensed to broadcast what was heard last, or null
 */
public record CutterState(@Nullable Instant from, byte[] levels, long until, int fresh, @Nullable String station) {
    static final CutterState NOTHING = new CutterState(null, new byte[0], 0, 0, null);
}
