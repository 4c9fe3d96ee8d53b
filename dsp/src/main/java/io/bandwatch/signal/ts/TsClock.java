package io.bandwatch.signal.ts;

/** Where the time of a transport stream comes from. */
public enum TsClock {
    /** The stream shows no time: what depends on it is not measured. */
    NONE,
    /** From the PCRs, evenly between them. */
    PCR,
    /** From the arrival of the packets, as the transport has it. */
    ARRIVAL
}
