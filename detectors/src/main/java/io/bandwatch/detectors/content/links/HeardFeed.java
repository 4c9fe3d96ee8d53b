package io.bandwatch.detectors.content.links;

import java.time.Instant;

/**
 * A feed on which carriers are heard.
 *
 * @param began when the first of them was heard first
 * @param seen when news of it came last
 */
public record HeardFeed(Instant began, Instant seen) {
    /** With news of it. */
    HeardFeed with(HeardFeed news) {
        return new HeardFeed(
                news.began.isBefore(began) ? news.began : began, news.seen.isAfter(seen) ? news.seen : seen);
    }
}
