package io.bandwatch.detectors.rf;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports openings of propagation, one incident for all the carriers of one. Keyed by feed. */
public final class PropagationDetector implements Detector<AttestedLook, PropagationState, Finding> {
    private static final long serialVersionUID = 1L;

    private final int leastCarriers;

    /**
     * @param leastCarriers carriers that make an opening, told as the threshold
     */
    public PropagationDetector(int leastCarriers) {
        this.leastCarriers = leastCarriers;
    }

    @Override
    public PropagationState initial() {
        return new PropagationState(null);
    }

    @Override
    public Step<PropagationState, Finding> onObservation(PropagationState state, AttestedLook attested) {
        RfObservation look = attested.look();
        Opening now = attested.opening();
        if (look.kind() == FrameKind.ENDED || now == null) {
            return Step.quiet(state);
        }
        boolean known = state.opening() != null;
        if (now.over()) {
            return known
                    ? new Step<>(initial(), List.of(finding(Phase.ENDED, look, now)), Optional.empty())
                    : Step.quiet(state);
        }
        return new Step<>(
                new PropagationState(now),
                known ? List.of() : List.of(finding(Phase.RAISED, look, now)),
                Optional.empty());
    }

    @Override
    public Step<PropagationState, Finding> onDeadline(PropagationState state, Instant now) {
        return Step.quiet(state);
    }

    private Finding finding(Phase phase, RfObservation look, Opening opening) {
        return new Finding(
                IncidentKind.PROPAGATION_EVENT,
                phase,
                Subject.wholeFeed(look.feed()),
                Severity.WARNING,
                opening.since(),
                opening.since(),
                phase == Phase.ENDED ? opening.until() : look.end(),
                look.end(),
                opening.carriers(),
                leastCarriers,
                "carriers",
                new Reason[] {
                    Reason.of(
                            ReasonCode.PROPAGATION,
                            DECISIVE,
                            opening.since().toString(),
                            String.valueOf(opening.carriers()))
                },
                "");
    }
}
