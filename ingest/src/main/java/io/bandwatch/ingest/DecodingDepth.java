package io.bandwatch.ingest;

/** How much of a service of a transport stream is decoded. */
public enum DecodingDepth {
    /** All of it. */
    WHOLE,
    /** About one picture a second, and all pictures where something looks suspicious; sound whole. */
    KEY_PICTURES,
    /** Sound in stretches as well, and whole where it looks suspicious. */
    SAMPLES
}
