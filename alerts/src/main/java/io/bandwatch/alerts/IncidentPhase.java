package io.bandwatch.alerts;

/** Where an incident stands. */
public enum IncidentPhase {
    /** The condition holds. */
    ACTIVE,
    /** The condition does not hold now, but its return would belong to this incident. */
    CLEARING,
    /** Over; never leaves this phase. */
    CLOSED
}
