package io.bandwatch.alerts.push;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where each feed is received.
 *
 * @param byFeed places by the id of the feed
 * @param zone local time of feeds that are not listed
 */
public record Places(Map<String, Place> byFeed, ZoneId zone) implements Serializable {
    public Places {
        byFeed = Map.copyOf(byFeed);
    }

    /** The place of a feed; one that bears its name where it is not listed. */
    public Place of(String feed) {
        Place place = byFeed.get(feed);
        return place == null ? Place.unknown(feed, zone) : place;
    }
}
