package io.bandwatch.ingest.av;

/**
 * What came out of a track against what its time stamps say.
 *
 * @param got pictures, or samples of one channel
 * @param expected as many would have filled the time from the first to the last without the jumps
 * @param gaps times something was missing
 * @param missingNs how long it was missing
 * @param overlaps times something began before the end of what was before it
 * @param jumps times the time of the stream itself went back or far ahead
 */
public record TrackCounts(long got, long expected, long gaps, long missingNs, long overlaps, long jumps) {
    static final TrackCounts NONE = new TrackCounts(0, 0, 0, 0, 0, 0);
}
