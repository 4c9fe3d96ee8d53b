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
                .filter(place ->
                        !place.explained() || !partners(place, licensed).isEmpty())
                .sorted(Comparator.comparingLong(
                        place -> Objects.requireNonNull(place.listening()).comparedStep()))
                .limit(MOST_AT_A_TIME)
                .toList();
        if (due.isEmpty()) {
            return places;
        }
        List<PlaceMemory> next = new ArrayList<>(places);
        for (PlaceMemory place : due) {
            next.set(next.indexOf(place), compared(place, licensed));
        }
        return List.copyOf(next);
    }

    private boolean isDue(PlaceMemory place, long nowStep) {
        Listening listening = place.listening();
        return listening != null
                && (listening.programme().steps() < NEW || nowStep - listening.comparedStep() >= everySteps);
    }

    private PlaceMemory compared(PlaceMemory place, List<PlaceMemory> licensed) {
        Listening listening = Objects.requireNonNull(place.listening());
        return place.explained()
                ? place.heard(listening.compared(null, nearest(place, partners(place, licensed))))
                : place.heard(listening.compared(nearest(place, licensed), null));
    }

    private static @Nullable Likeness nearest(PlaceMemory place, List<PlaceMemory> others) {
        Likeness nearest = null;
        for (PlaceMemory other : others) {
            ProgrammeComparison.Agreement agreement = ProgrammeComparison.best(programme(place), programme(other));
            if (Double.isNaN(agreement.correlation())) {
                continue;
            }
            if (nearest == null || agreement.correlation() > nearest.correlation()) {
                nearest = new Likeness(
                        Objects.requireNonNull(other.station()),
                        other.channelHz(),
                        agreement.delayS(),
                        agreement.correlation(),
                        agreement.comparedS());
            }
        }
        return nearest;
    }

    private static ProgrammeMemory programme(PlaceMemory place) {
        return Objects.requireNonNull(place.listening()).programme();
    }

    /** Other carriers whose rows name the same programme. */
    private List<PlaceMemory> partners(PlaceMemory place, List<PlaceMemory> licensed) {
        String programme = programmeOf(place);
        return programme == null
                ? List.of()
                : licensed.stream()
                        .filter(other -> other.channelHz() != place.channelHz() && programme.equals(programmeOf(other)))
                        .toList();
    }

    private @Nullable String programmeOf(PlaceMemory place) {
        return place.station() == null
                ? null
                : judge.entry(place.station()).map(LicenceEntry::programme).orElse(null);
    }
}
