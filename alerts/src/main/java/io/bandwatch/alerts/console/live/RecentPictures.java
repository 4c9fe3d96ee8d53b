package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.alerts.evidence.RecentCarriers.Pictures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Pictures of carriers, made once for all that ask within some seconds. */
final class RecentPictures {
    private static final long FRESH_NS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST = 8;

    private final Map<String, Made> made = new LinkedHashMap<>();

    /** Pictures, and when they were made. */
    private record Made(long atNs, Optional<Pictures> pictures) {}

    /** Those of a channel. */
    synchronized Optional<Pictures> of(RecentCarriers carriers, String feed, long channelHz) throws IOException {
        long nowNs = System.nanoTime();
        made.values().removeIf(old -> nowNs - old.atNs() > FRESH_NS);
        String place = feed + '|' + channelHz;
        Made known = made.get(place);
        if (known == null) {
            known = new Made(nowNs, carriers.pictures(feed, channelHz));
            made.put(place, known);
            if (made.size() > MOST) {
                made.remove(made.keySet().iterator().next());
            }
        }
        return known.pictures();
    }
}
