package io.bandwatch.alerts.evidence;

import java.io.IOException;
import java.util.Optional;

/** What was on air a moment ago, to be heard. */
public interface RecentSound {
    /** Whether carriers of a feed can be heard. */
    boolean hears(String feed);

    /**
     * The last half minute of a carrier as a WAV file; empty where nothing of it was kept.
     *
     * @param frequencyHz frequency of the carrier, Hz
     */
    Optional<byte[]> wav(String feed, double frequencyHz) throws IOException;
}
