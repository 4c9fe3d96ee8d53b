package io.bandwatch.samples.scenario;

import java.util.Locale;

/** The class of a register row, and {@code unlicensed} for what has none. */
public enum StationClass {
    BROADCAST("licensed"),
    RELAY("licensed"),
    VILLAGE("authorised"),
    EMERGENCY("authorised"),
    CDR("authorised"),
    FOREIGN("foreign"),
    MICROPOWER("micropower"),
    UNLICENSED("unlicensed");

    private final String verdict;

    StationClass(String verdict) {
        this.verdict = verdict;
    }

    /** The word used in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict that a carrier of this class deserves while it is in the register. */
    public String verdict() {
        return verdict;
    }

    /** Whether its absence is an incident. */
    public boolean missed() {
        return this == BROADCAST || this == RELAY;
    }
}
