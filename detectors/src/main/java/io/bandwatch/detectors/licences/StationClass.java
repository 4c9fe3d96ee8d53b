package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.Verdict;
import java.util.Locale;

/** The class of a register entry, which says how a carrier that it explains is to be taken. */
public enum StationClass {
    BROADCAST(Verdict.LICENSED),
    RELAY(Verdict.LICENSED),
    VILLAGE(Verdict.AUTHORISED),
    EMERGENCY(Verdict.AUTHORISED),
    CDR(Verdict.AUTHORISED),
    FOREIGN(Verdict.FOREIGN),
    MICROPOWER(Verdict.MICROPOWER);

    private final Verdict verdict;

    StationClass(Verdict verdict) {
        this.verdict = verdict;
    }

    /** The verdict on a carrier that an entry of this class explains. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether its silence within the hours on air is an incident: broadcast stations and relays. */
    public boolean mustBeOnAir() {
        return verdict == Verdict.LICENSED;
    }

    /** The word used in registers, such as {@code broadcast}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
