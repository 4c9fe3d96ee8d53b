package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the roll of all places after one look: one observation each, by channel, then slot. */
record Roll(TrackerState state, Instant start, RfFrame frame) {
    private static final ChannelRaster RASTER = ChannelRaster.FM;

    /** One place of the raster. */
    private record Place(int channel, int slot) {}

    /** Of a sweep nothing finer than its bins is known; samples (which have a DC level) give the frequency itself. */
    static double frequencyUncertaintyHz(BandMeasurement band) {
        return Double.isNaN(band.dcDbfs()) ? band.spectrumStepHz() : 0;
    }

    List<RfObservation> call(BandMeasurement band, List<Sighted> sighted, TrackerSettings settings) {
        Map<Place, Sighted> byPlace = new HashMap<>();
        for (Sighted s : sighted) {
            byPlace.put(new Place(s.track().channel(), s.track().slot()), s);
        }
        List<RfObservation> told = new ArrayList<>();
        for (int i = 0; i < band.channelLevelDbfs().length; i++) {
            int channel = band.firstChannel() + i;
            if (channel < 0 || channel >= RASTER.count()) {
                continue;
            }
            for (int slot = 0; slot < state.slots()[channel]; slot++) {
                Place place = new Place(channel, slot);
                told.add(measured(place, byPlace.get(place), band, i, settings));
            }
        }
        return told;
    }

    /** The end of the recording, told to every place; a recording shorter than the window is judged by all its looks. */
    List<RfObservation> last(TrackerSettings settings) {
        List<RfObservation> told = new ArrayList<>();
        for (int channel = 0; channel < RASTER.count(); channel++) {
            for (int slot = 0; slot < state.slots()[channel]; slot++) {
                told.add(ended(new Place(channel, slot), settings));
            }
        }
        return told;
    }

    private RfObservation measured(
            Place place, @Nullable Sighted sighted, BandMeasurement band, int i, TrackerSettings settings) {
        CarrierMeasurement carrier = sighted == null ? null : sighted.carrier();
        boolean confirmed =
                sighted != null && Tracking.isConfirmed(sighted.track().hits(), state.lookNs(), settings);
        return new RfObservation(
                frame.feed(),
                RASTER.centerHz(place.channel()),
                place.slot(),
                FrameKind.MEASURED,
                start,
                frame.time(),
                frame.durationNs(),
                frame.timeKnown(),
                carrier != null,
                confirmed,
                carrier == null ? Double.NaN : carrier.frequencyHz(),
                frequencyUncertaintyHz(band),
                carrier == null ? Double.NaN : carrier.levelDbfs(),
                carrier == null ? Double.NaN : carrier.snrDb(),
                carrier == null ? Double.NaN : carrier.occupiedBandwidthHz(),
                band.channelLevelDbfs()[i],
                band.channelNoiseDbfs()[i],
                carrier == null ? ArtefactEvidence.NONE : carrier.artefacts(),
                carrier == null ? null : carrier.reception(),
                carrier == null ? 0 : carrier.flatTopHz());
    }

    private RfObservation ended(Place place, TrackerSettings settings) {
        boolean confirmed = state.tracks().stream()
                .filter(track -> track.channel() == place.channel() && track.slot() == place.slot())
                .anyMatch(track -> isConfirmedAtLast(track, settings));
        return new RfObservation(
                frame.feed(),
                RASTER.centerHz(place.channel()),
                place.slot(),
                FrameKind.ENDED,
                start,
                frame.time(),
                0,
                frame.timeKnown(),
                false,
                confirmed,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                ArtefactEvidence.NONE,
                null,
                0);
    }

    private boolean isConfirmedAtLast(Track track, TrackerSettings settings) {
        long lookedNs = 0;
        long foundNs = 0;
        for (int i = 0; i < state.lookNs().length; i++) {
            lookedNs += state.lookNs()[i];
            foundNs += (track.hits() >> i & 1) * state.lookNs()[i];
        }
        boolean shortRecording = frame.time().isBefore(start.plus(settings.confirmWindow()));
        return track.established() || (shortRecording && foundNs >= settings.confirmShare() * lookedNs);
    }
}
