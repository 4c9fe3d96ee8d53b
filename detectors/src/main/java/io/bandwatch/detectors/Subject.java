package io.bandwatch.detectors;

/**
 * What a finding is about: one carrier's place at one feed.
 *
 * @param feed id of the feed
 * @param channelHz raster channel, Hz
 * @param slot 0, or more where carriers share a channel
 */
public record Subject(String feed, long channelHz, int slot) implements Comparable<Subject> {
    private static final java.util.Comparator<Subject> ORDER = java.util.Comparator.comparing(Subject::feed)
            .thenComparingLong(Subject::channelHz)
            .thenComparingInt(Subject::slot);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** The same as {@link io.bandwatch.signal.RfObservation#place()}. */
    public String place() {
        return feed + '|' + channelHz + '|' + slot;
    }
}
