package io.bandwatch.alerts.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service shows and sounds like now: one tile of a mosaic.
 *
 * @param feed feed of the service
 * @param serviceId service of the feed's transport stream; 1 for a file that is none
 * @param at time of the picture
 * @param thumbnail the latest picture, or null where there was none
 * @param levels of its sound tracks
 */
public record ServiceTile(String feed, int serviceId, Instant at, @Nullable Thumbnail thumbnail, List<Level> levels) {
    /**
     * Loudness of a sound track now.
     *
     * @param language ISO 639-2 code, empty where it is not told
     * @param lufs short-term loudness, or momentary before there are 3 s; negative infinity for nothing
     */
    public record Level(String language, double lufs) {}
}
