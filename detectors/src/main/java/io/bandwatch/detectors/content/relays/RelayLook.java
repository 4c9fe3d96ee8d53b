package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.watch.AttestedLook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at a carrier, or news that it is a relay.
 *
 * @param place which carrier
 * @param time when the look began, or when it became known
 * @param look the look, or null
 * @param news the news, or null
 */
public record RelayLook(String place, Instant time, @Nullable AttestedLook look, @Nullable RelayNews news) {
    public static RelayLook of(AttestedLook look) {
        return new RelayLook(look.place(), look.time(), look, null);
    }

    public static RelayLook of(RelayNews news) {
        return new RelayLook(news.subject().place(), news.time(), null, news);
    }

    /** Order of what has the same time: what is known comes first. */
    public static int order(RelayLook one, RelayLook other) {
        return Boolean.compare(one.news == null, other.news == null);
    }

    /** Whether nothing follows at this place. */
    public boolean isLast() {
        return look != null && look.isLast();
    }
}
