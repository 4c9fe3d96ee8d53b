package io.bandwatch.detectors.content.reference;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.peers.PeerLook;
import java.time.Instant;
import java.util.Set;

/** Holds programmes against the feeds of what should be on air: of each programme all places against its own. */
public final class ProgrammeReferenceDetector implements Detector<PeerLook, ReferenceState, Finding> {
    private static final long serialVersionUID = 1L;

    private final ReferenceDetector detector;
    private final Set<String> programmes;

    /**
     * @param detector compares what is received of one programme
     * @param programmes those that have a reference; nothing is kept of others
     */
    public ProgrammeReferenceDetector(ReferenceDetector detector, Set<String> programmes) {
        this.detector = detector;
        this.programmes = Set.copyOf(programmes);
    }

    @Override
    public ReferenceState initial() {
        return detector.initial();
    }

    @Override
    public Step<ReferenceState, Finding> onObservation(ReferenceState state, PeerLook received) {
        return programmes.contains(received.programme())
                ? detector.onObservation(state, received.look())
                : Step.quiet(state);
    }

    @Override
    public Step<ReferenceState, Finding> onDeadline(ReferenceState state, Instant now) {
        return detector.onDeadline(state, now);
    }
}
