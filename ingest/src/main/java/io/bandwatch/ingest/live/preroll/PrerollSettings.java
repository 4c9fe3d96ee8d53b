package io.bandwatch.ingest.live.preroll;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much of the raw bytes of each live feed is kept.
 *
 * @param folder folder of all feeds' rings, on the host of the feeds
 * @param span length of the looks that a ring holds
 * @param mostBytes largest size of one feed's ring
 * @param leastFreeBytes a ring does not grow where less than this is free on its disk
 */
public record PrerollSettings(String folder, Duration span, long mostBytes, long leastFreeBytes)
        implements Serializable {
    public PrerollSettings {
        if (span.isNegative() || span.isZero() || mostBytes <= 0 || leastFreeBytes < 0) {
            throw new IllegalArgumentException("a ring of " + span + " and " + mostBytes + " bytes with "
                    + leastFreeBytes + " bytes left free cannot be; span and size must be above 0");
        }
    }

    /** Folder of one feed's ring. Names of feeds are anything, and become one segment of a path. */
    public Path ring(String feed) {
        return Path.of(folder)
                .resolve(URLEncoder.encode(feed, StandardCharsets.UTF_8).replace(".", "%2E"));
    }
}
