package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Opening;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recognises an opening of propagation by the carriers that came on lately and that no row of the register explains. */
final class OpeningWatch {
    private final WatchSettings settings;

    OpeningWatch(WatchSettings settings) {
        this.settings = settings;
    }

    /** The opening after a look at all places, which ended at {@code now}; null while there is none, told once more when it is over. */
    @Nullable
    Opening after(@Nullable Opening known, List<PlaceMemory> places, Instant now) {
        Opening before = known == null || known.over() ? null : known;
        Instant from = before == null ? now.minus(settings.window()) : before.since();
        List<PlaceMemory> fresh = places.stream()
                .filter(place -> place.cameOnWith(from) && place.confirmed())
                .toList();
        if (before == null) {
            return fresh.size() < settings.carriers() ? null : opening(fresh, fresh.size());
        }
        Instant until = before.until();
        for (PlaceMemory place : fresh) {
            Instant lastOn = Objects.requireNonNull(place.lastOn());
            until = lastOn.isAfter(until) ? lastOn : until;
        }
        boolean over = !now.isBefore(until.plus(settings.quiet()));
        return new Opening(before.since(), until, Math.max(before.carriers(), fresh.size()), over);
    }

    private static Opening opening(List<PlaceMemory> fresh, int carriers) {
        Instant since = Objects.requireNonNull(fresh.get(0).newSince());
        Instant until = Objects.requireNonNull(fresh.get(0).lastOn());
        for (PlaceMemory place : fresh) {
            Instant cameOn = Objects.requireNonNull(place.newSince());
            Instant lastOn = Objects.requireNonNull(place.lastOn());
            since = cameOn.isBefore(since) ? cameOn : since;
            until = lastOn.isAfter(until) ? lastOn : until;
        }
        return new Opening(since, until, carriers, false);
    }
}
