package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/**
 * Shows a detector only the looks, for one that needs to know nothing else.
 *
 * @param <S> state of the detector
 * @param <F> what it finds
 */
public final class OfLooks<S, F> implements Detector<AttestedLook, S, F> {
    private static final long serialVersionUID = 1L;

    private final Detector<RfObservation, S, F> detector;

    public OfLooks(Detector<RfObservation, S, F> detector) {
        this.detector = detector;
    }

    @Override
    public S initial() {
        return detector.initial();
    }

    @Override
    public Step<S, F> onObservation(S state, AttestedLook attested) {
        return detector.onObservation(state, attested.look());
    }

    @Override
    public Step<S, F> onDeadline(S state, Instant now) {
        return detector.onDeadline(state, now);
    }
}
