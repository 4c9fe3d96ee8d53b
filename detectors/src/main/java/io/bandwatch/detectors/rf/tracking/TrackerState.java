package io.bandwatch.detectors.rf.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker remembers of one feed.
 *
 * @param recordingStart start of the first look, null before it
 * @param slots number of slots ever used, one per raster channel; 0 where the channel was never observed
 * @param lookNs lengths of the latest looks, ns, latest first
 * @param tracks carriers followed, by rising frequency
 */
public record TrackerState(@Nullable Instant recordingStart, int[] slots, long[] lookNs, List<Track> tracks) {}
