package io.bandwatch.alerts;

import org.jspecify.annotations.Nullable;

/** The legal moves between phases; there are no others. */
public enum IncidentTransition {
    /** The condition is over for now. */
    PAUSE(IncidentPhase.ACTIVE, IncidentPhase.CLEARING),
    /** It came back. */
    RESUME(IncidentPhase.CLEARING, IncidentPhase.ACTIVE),
    /** It ended while it was thought to hold. */
    CLOSE(IncidentPhase.ACTIVE, IncidentPhase.CLOSED),
    /** It did not come back. */
    CLOSE_CLEARED(IncidentPhase.CLEARING, IncidentPhase.CLOSED);

    private final IncidentPhase from;
    private final IncidentPhase to;

    IncidentTransition(IncidentPhase from, IncidentPhase to) {
        this.from = from;
        this.to = to;
    }

    public IncidentPhase from() {
        return from;
    }

    public IncidentPhase to() {
        return to;
    }

    /**
     * The move between two phases.
     *
     * @param from where the incident stands, null before it is open
     * @throws IllegalStateException if there is none, naming both ends
     */
    public static IncidentTransition between(@Nullable IncidentPhase from, IncidentPhase to) {
        for (IncidentTransition transition : values()) {
            if (transition.from == from && transition.to == to) {
                return transition;
            }
        }
        throw new IllegalStateException(
                "an incident cannot go from " + (from == null ? "nothing" : from.name()) + " to " + to);
    }
}
