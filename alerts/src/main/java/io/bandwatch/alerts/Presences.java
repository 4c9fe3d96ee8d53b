package io.bandwatch.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The list of spans of an incident, bounded. */
final class Presences {
    /**
     * An incident keeps at most this many spans. Beyond it the two with the shortest gap between them become one, so
     * that a carrier which flutters for weeks loses its shortest silences and nothing else.
     */
    static final int LIMIT = 1000;

    private Presences() {}

    static List<Presence> begun(List<Presence> presences, Instant from) {
        List<Presence> longer = new ArrayList<>(presences);
        longer.add(new Presence(from, null));
        if (longer.size() > LIMIT) {
            joinAcrossShortestGap(longer);
        }
        return longer;
    }

    /** Ends the last span, unless it has ended already. */
    static List<Presence> ended(List<Presence> presences, Instant to) {
        int last = presences.size() - 1;
        if (presences.get(last).to() != null) {
            return presences;
        }
        List<Presence> ended = new ArrayList<>(presences);
        ended.set(last, new Presence(presences.get(last).from(), to));
        return ended;
    }

    private static void joinAcrossShortestGap(List<Presence> presences) {
        int best = 0;
        Duration shortest = gapAfter(presences, 0);
        for (int index = 1; index < presences.size() - 1; index++) {
            Duration gap = gapAfter(presences, index);
            if (gap.compareTo(shortest) < 0) {
                best = index;
                shortest = gap;
            }
        }
        Presence joined =
                new Presence(presences.get(best).from(), presences.get(best + 1).to());
        presences.set(best, joined);
        presences.remove(best + 1);
    }

    private static Duration gapAfter(List<Presence> presences, int index) {
        Instant to = presences.get(index).to();
        Instant next = presences.get(index + 1).from();
        return to == null ? Duration.ZERO : Duration.between(to, next);
    }
}
