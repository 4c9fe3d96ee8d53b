package io.bandwatch.detectors.watch;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** Shows a detector plain looks, of whose carriers nothing is known beyond them. */
public record Plain<S, F>(Detector<AttestedLook, S, F> detector) implements Detector<RfObservation, S, F> {
    private static final long serialVersionUID = 1L;

    public static AttestedLook attested(RfObservation look) {
        return new AttestedLook(look, Evidence.NOTHING, null);
    }

    @Override
    public S initial() {
        return detector.initial();
    }

    @Override
    public Step<S, F> onObservation(S state, RfObservation look) {
        return detector.onObservation(state, attested(look));
    }

    @Override
    public Step<S, F> onDeadline(S state, Instant now) {
        return detector.onDeadline(state, now);
    }
}
