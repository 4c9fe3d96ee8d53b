package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.artefact.OverloadTotals;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.receiver.UsualCarriers;
import io.bandwatch.detectors.reception.ModulationKind;
import io.bandwatch.detectors.rf.tracking.CarrierTracker;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of every observed channel of a feed in every look, and what is known of the carrier there. */
public final class FeedWatch implements Detector<RfFrame, WatchState, AttestedLook> {
    private static final long serialVersionUID = 1L;

    private static final long FARTHEST_SIDEBAND_HZ = 300_000;

    /** Channels of the raster are 100 kHz apart, and a sideband at 150 kHz may be given either. */
    private static final long SIDEBAND_ASYMMETRY_HZ = 100_000;

    private final CarrierTracker tracker;
    private final LicenceJudge judge;
    private final WatchSettings settings;

    public FeedWatch(CarrierTracker tracker, LicenceJudge judge, WatchSettings settings) {
        this.tracker = tracker;
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public WatchState initial() {
        return new WatchState(tracker.initial(), List.of(), null, UsualCarriers.NONE);
    }

    @Override
    public Step<WatchState, AttestedLook> onObservation(WatchState state, RfFrame frame) {
        // what a receiver that cannot be trusted does not hear is unknown
        if (frame.kind().isUnknown() || state.usual().isDeaf(frame)) {
            return Step.quiet(state);
        }
        var followed = tracker.onObservation(state.tracker(), frame);
        List<RfObservation> looks = followed.findings();
        if (frame.kind() == FrameKind.ENDED) {
            List<AttestedLook> last = looks.stream()
                    .map(look -> new AttestedLook(look, Evidence.NOTHING, state.opening()))
                    .toList();
            return new Step<>(state, last, Optional.empty());
        }
        List<PlaceMemory> places = seen(state.places(), looks, frame.band());
        places = new LevelWatch(settings.levels()).compared(places, frame.durationNs());
        Instant end = frame.end();
        Opening opening = new OpeningWatch(settings).after(state.opening(), places, end);
        places = new ProgrammeWatch(judge, settings).compared(places, end);
        WatchState next =
                new WatchState(followed.next(), places, opening, state.usual().with(frame));
        return new Step<>(next, attested(looks, places, opening), Optional.empty());
    }

    @Override
    public Step<WatchState, AttestedLook> onDeadline(WatchState state, Instant now) {
        return Step.quiet(state);
    }

    private List<PlaceMemory> seen(
            List<PlaceMemory> before, List<RfObservation> looks, @Nullable BandMeasurement band) {
        double clippedShare = band == null ? 0 : band.clippedShare();
        double strongestDbfs = looks.stream()
                .filter(RfObservation::onAir)
                .mapToDouble(RfObservation::levelDbfs)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        LevelWatch levels = new LevelWatch(settings.levels());
        Map<String, PlaceMemory> memories = byPlace(before);
        Map<String, PlaceMemory> next = new HashMap<>();
        List<PlaceMemory> all = new ArrayList<>();
        for (RfObservation look : looks) {
            String place = key(look.channelHz(), look.slot());
            PlaceMemory memory = memories.getOrDefault(place, PlaceMemory.of(look));
            OverloadTotals overload = memory.overload().with(look, clippedShare, strongestDbfs, memory.onNs() == 0);
            next.put(place, levels.learned(with(memory.overloaded(overload), look), look, clippedShare));
        }
        // places that are out of sight in this look keep what was known of them
        for (PlaceMemory memory : before) {
            PlaceMemory now = next.remove(key(memory.channelHz(), memory.slot()));
            all.add(now == null ? memory : now);
        }
        for (RfObservation look : looks) {
            PlaceMemory added = next.get(key(look.channelHz(), look.slot()));
            if (added != null) {
                all.add(added);
            }
        }
        return List.copyOf(all);
    }

    private PlaceMemory with(PlaceMemory memory, RfObservation look) {
        if (!look.onAir()) {
            return memory.with(look, settings, false, null);
        }
        Judgement judgement = judge.judge(new Sighting(
                look.frequencyHz(), look.frequencyUncertaintyHz(), look.snrDb(), look.time(), look.timeKnown()));
        return memory.with(look, settings, judgement.explains(), judgement.licensedStation());
    }

    private List<AttestedLook> attested(
            List<RfObservation> looks, List<PlaceMemory> places, @Nullable Opening opening) {
        Map<String, PlaceMemory> memories = byPlace(places);
        List<AttestedLook> attested = new ArrayList<>();
        for (RfObservation look : looks) {
            PlaceMemory memory = memories.get(key(look.channelHz(), look.slot()));
            Evidence evidence = memory == null || !look.onAir()
                    ? Evidence.NOTHING
                    : memory.evidence(opening, host(memory, places), settings.levels());
            attested.add(new AttestedLook(look, evidence, opening));
        }
        return attested;
    }

    /** The licensed station that digital sidebands stand beside, with their like on its other side. */
    private static @Nullable String host(PlaceMemory side, List<PlaceMemory> places) {
        if (!isDigital(side)) {
            return null;
        }
        for (PlaceMemory station : places) {
            long offsetHz = side.channelHz() - station.channelHz();
            boolean beside = station.station() != null && Math.abs(offsetHz) <= FARTHEST_SIDEBAND_HZ;
            if (beside
                    && places.stream()
                            .anyMatch(other -> isDigital(other)
                                    && Math.abs(other.channelHz() - station.channelHz() + offsetHz)
                                            <= SIDEBAND_ASYMMETRY_HZ)) {
                return station.station();
            }
        }
        return null;
    }

    private static boolean isDigital(PlaceMemory place) {
        return place.onNs() > 0 && place.kinds().prevailing() == ModulationKind.OFDM;
    }

    private static Map<String, PlaceMemory> byPlace(List<PlaceMemory> places) {
        Map<String, PlaceMemory> memories = new HashMap<>();
        for (PlaceMemory place : places) {
            memories.put(key(place.channelHz(), place.slot()), place);
        }
        return memories;
    }

    private static String key(long channelHz, int slot) {
        return channelHz + "|" + slot;
    }
}
