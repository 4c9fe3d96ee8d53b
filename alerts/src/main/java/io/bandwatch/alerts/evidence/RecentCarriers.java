package io.bandwatch.alerts.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What was on air a moment ago, to be heard and seen, and what is on air now. Safe for several threads. */
public interface RecentCarriers {
    /** Whether the samples of a feed are kept, so that its carriers can be heard and seen. */
    boolean keeps(String feed);

    /**
     * The last of a carrier as a WAV file; empty where nothing of it was kept.
     *
     * @param frequencyHz frequency of the carrier, Hz
     */
    Optional<byte[]> wav(String feed, double frequencyHz, Duration length) throws IOException;

    /** Begins to receive a carrier; empty where that cannot be. */
    Optional<LiveSound> live(String feed, double frequencyHz) throws IOException;

    /**
     * Pictures of the band around a channel in the last seconds; empty where nothing of it was kept.
     *
     * @param channelHz raster channel, Hz
     */
    Optional<Pictures> pictures(String feed, long channelHz) throws IOException;

    /** A carrier that is received for as long as somebody asks for more. One thread at a time. */
    interface LiveSound {
        /** What came since the last time, of a WAV file without an end; nothing while nothing came. */
        byte[] next() throws IOException;
    }

    /**
     * Pictures, PNG.
     *
     * @param spectrum mean and largest density by frequency
     * @param waterfall density by frequency and time
     */
    record Pictures(byte[] spectrum, byte[] waterfall) {}
}
