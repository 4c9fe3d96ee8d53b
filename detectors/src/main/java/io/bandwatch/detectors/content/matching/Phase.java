package io.bandwatch.detectors.content.matching;

/** Where something on air stands to what it should be. */
public enum Phase {
    /** It was not found there yet. */
    SOUGHT,
    /** It is the same. */
    SAME,
    /** It was, and is something else now. */
    DIFFERENT
}
