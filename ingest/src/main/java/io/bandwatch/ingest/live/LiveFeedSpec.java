package io.bandwatch.ingest.live;

import io.bandwatch.ingest.live.address.FeedAddress;

/**
 * A live feed as the caller names it.
 *
 * @param feed id of the feed, not blank, without {@code |}
 * @param address where it comes from, as {@link FeedAddress#parse} reads it
 */
public record LiveFeedSpec(String feed, String address) {
    /** @throws IllegalArgumentException if name or address are none */
    public LiveFeedSpec {
        if (feed.isBlank() || feed.indexOf('|') >= 0) {
            throw new IllegalArgumentException("feed '" + feed + "' must not be blank or hold '|'");
        }
        FeedAddress.parse(address);
    }

    /** The address, read. */
    public FeedAddress parsed() {
        return FeedAddress.parse(address);
    }
}
