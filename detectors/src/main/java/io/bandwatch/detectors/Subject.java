package io.bandwatch.detectors;

import java.util.Comparator;
import java.util.Locale;

/**
 * What a finding is about: one carrier's place at one feed, one service of one feed, or the feed.
 *
 * @param feed id of the feed
 * @param channelHz raster channel, Hz; 0 where it is about no channel
 * @param slot 0, or more where carriers share a channel
 * @param serviceId service of the feed's transport stream, program_number; 0, which is no service (ISO/IEC 13818-1,
 *     2.4.4.5), where it is about none
 */
public record Subject(String feed, long channelHz, int slot, int serviceId) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::feed)
            .thenComparingLong(Subject::channelHz)
            .thenComparingInt(Subject::slot)
            .thenComparingInt(Subject::serviceId);

    /** One carrier's place. */
    public static Subject carrier(String feed, long channelHz, int slot) {
        return new Subject(feed, channelHz, slot, 0);
    }

    /** One service. */
    public static Subject service(String feed, int serviceId) {
        return new Subject(feed, 0, 0, serviceId);
    }

    /** What concerns all of a feed. */
    public static Subject wholeFeed(String feed) {
        return new Subject(feed, 0, 0, 0);
    }

    /** Whether it is about no single channel and no single service. */
    public boolean isWholeFeed() {
        return channelHz == 0 && serviceId == 0;
    }

    /** Whether it is about a service. */
    public boolean isService() {
        return serviceId != 0;
    }

    /** What people call it where another is meant: {@code 98.5 MHz (tower)}, or {@code mux 101}. */
    public String inWords() {
        return isService()
                ? feed + ' ' + serviceId
                : String.format(Locale.ROOT, "%.1f MHz (%s)", channelHz / 1e6, feed);
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** Key of what it is about; for a carrier the same as {@link io.bandwatch.signal.RfObservation#place()}. */
    public String place() {
        return isService() ? feed + "|service|" + serviceId : feed + '|' + channelHz + '|' + slot;
    }
}
