package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.artefact.ArtefactJudge;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/**
 * Shows a detector of a station's faults the stations alone: an image of a silent station is not a second silent station, a
 * line of the receiver no bare carrier, and what a transmitter does that took a frequency over is not the station's fault.
 * Where no register was given, every carrier may be a station.
 *
 * @param <S> state of the detector
 * @param <F> what it finds
 */
public final class OfStations<S, F> implements Detector<AttestedLook, S, F> {
    private static final long serialVersionUID = 1L;
    private static final ArtefactJudge ARTEFACTS = new ArtefactJudge();

    private final Detector<RfObservation, S, F> detector;
    private final boolean registered;

    /**
     * @param detector of faults
     * @param registered whether a register was given
     */
    public OfStations(Detector<RfObservation, S, F> detector, boolean registered) {
        this.detector = detector;
        this.registered = registered;
    }

    @Override
    public S initial() {
        return detector.initial();
    }

    @Override
    public Step<S, F> onObservation(S state, AttestedLook attested) {
        RfObservation look = attested.look();
        boolean hidden = look.onAir() && !isStation(attested.evidence());
        return detector.onObservation(state, hidden ? look.withoutCarrier() : look);
    }

    @Override
    public Step<S, F> onDeadline(S state, Instant now) {
        return detector.onDeadline(state, now);
    }

    private boolean isStation(Evidence evidence) {
        return (evidence.explained()
                        || (!registered && evidence.overload().explains().isEmpty()))
                && evidence.change() == null
                && !ARTEFACTS.isArtefact(evidence.artefacts());
    }
}
