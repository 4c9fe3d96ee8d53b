package io.bandwatch.detectors;

/**
 * What a finding is about: one carrier's place at one feed, or the feed.
 *
 * @param feed id of the feed
 * @param channelHz raster channel, Hz; 0 for the whole feed
 * @param slot 0, or more where carriers share a channel
 */
public record Subject(String feed, long channelHz, int slot) implements Comparable<Subject> {
    private static final java.util.Comparator<Subject> ORDER = java.util.Comparator.comparing(Subject::feed)
            .thenComparingLong(Subject::channelHz)
            .thenComparingInt(Subject::slot);

    /** What concerns all channels of a feed. */
    public static Subject wholeFeed(String feed) {
        return new Subject(feed, 0, 0);
    }

    /** Whether it is about no single channel. */
    public boolean isWholeFeed() {
        return channelHz == 0;
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** The same as {@link io.bandwatch.signal.RfObservation#place()}. */
    public String place() {
        return feed + '|' + channelHz + '|' + slot;
    }
}
