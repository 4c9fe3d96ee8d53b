package io.bandwatch.samples.media;

/**
 * Something that happens.
 *
 * @param kind what
 * @param fromS begin, s of programme
 * @param toS end, s
 */
public record MediaEvent(EventKind kind, double fromS, double toS) {
    /** Begin of the fault that it is, s. */
    public double openedS() {
        return fromS + kind.onsetS();
    }
}
