package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceJudge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the programmes of a feed against each other: of a carrier that no row explains, against those of all licensed
 * stations; of a licensed one, against its own programme on other carriers. A few comparisons are made at a time, those
 * longest not made first, so that a band full of unknown carriers costs no more than a quiet one.
 */
final class ProgrammeWatch {
    private static final int MOST_AT_A_TIME = 4;

    /** While no more than five seconds were heard of a carrier, it is compared in every look: an alarm waits for nobody. */
    private static final int NEW = 5000 / ProgrammeMemory.STEP_MS;

    private final LicenceJudge judge;
    private final long everySteps;

    ProgrammeWatch(LicenceJudge judge, WatchSettings settings) {
        this.judge = judge;
        this.everySteps = settings.compareEvery().toMillis() / ProgrammeMemory.STEP_MS;
    }

    List<PlaceMemory> compared(List<PlaceMemory> places, Instant now) {
        long nowStep = Math.floorDiv(now.toEpochMilli(), ProgrammeMemory.STEP_MS);
        List<PlaceMemory> licensed = places.stream()
                .filter(place -> place.station() != null && place.listening() != null && place.onNs() > 0)
                .toList();
        List<PlaceMemory> due = places.stream()
                .filter(place -> place.onNs() > 0 && isDue(place, nowStep))
                .filter(place -> !place.explained() || licensed.stream().anyMatch(other -> arePartners(place, other)))
                .sorted(Comparator.comparingLong(
                        place -> Objects.requireNonNull(place.listening()).comparedStep()))
                .limit(MOST_AT_A_TIME)
                .toList();
        if (due.isEmpty()) {
            return places;
        }
        List<Sent> sent = licensed.stream()
                .map(place -> new Sent(place, ProgrammeComparison.earlier(programme(place))))
                .toList();
        List<PlaceMemory> next = new ArrayList<>(places);
        for (PlaceMemory place : due) {
            next.set(next.indexOf(place), compared(place, sent));
        }
        return List.copyOf(next);
    }

    private boolean isDue(PlaceMemory place, long nowStep) {
        Listening listening = place.listening();
        return listening != null
                && (listening.programme().steps() < NEW || nowStep - listening.comparedStep() >= everySteps);
    }

    /** What a licensed station sends, made ready once for all that are compared with it. */
    private record Sent(PlaceMemory place, ProgrammeAverages averages) {}

    private PlaceMemory compared(PlaceMemory place, List<Sent> sent) {
        Listening listening = Objects.requireNonNull(place.listening());
        if (!place.explained()) {
            return place.heard(listening.compared(nearest(place, sent), null));
        }
        List<Sent> same =
                sent.stream().filter(one -> arePartners(place, one.place())).toList();
        return place.heard(listening.compared(null, nearest(place, same)));
    }

    private static @Nullable Likeness nearest(PlaceMemory place, List<Sent> others) {
        ProgrammeAverages own = ProgrammeComparison.later(programme(place));
        ProgrammeComparison.Agreement best = ProgrammeComparison.Agreement.NONE;
        PlaceMemory nearest = null;
        for (Sent other : others) {
            ProgrammeComparison.Agreement agreement = ProgrammeComparison.best(own, other.averages());
            if (nearest == null
                    ? !Double.isNaN(agreement.correlation())
                    : agreement.correlation() > best.correlation()) {
                best = agreement;
                nearest = other.place();
            }
        }
        if (nearest == null) {
            return null;
        }
        ProgrammeComparison.Agreement found = ProgrammeComparison.refined(best, programme(place), programme(nearest));
        return new Likeness(
                Objects.requireNonNull(nearest.station()),
                nearest.channelHz(),
                found.delayS(),
                found.correlation(),
                found.comparedS());
    }

    private static ProgrammeMemory programme(PlaceMemory place) {
        return Objects.requireNonNull(place.listening()).programme();
    }

    /** Whether the rows of both name the same programme. */
    private boolean arePartners(PlaceMemory place, PlaceMemory other) {
        String programme = programmeOf(place);
        return programme != null && other.channelHz() != place.channelHz() && programme.equals(programmeOf(other));
    }

    private @Nullable String programmeOf(PlaceMemory place) {
        return place.station() == null
                ? null
                : judge.entry(place.station()).map(LicenceEntry::programme).orElse(null);
    }
}
