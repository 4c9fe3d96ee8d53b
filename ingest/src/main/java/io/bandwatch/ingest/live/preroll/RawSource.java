package io.bandwatch.ingest.live.preroll;

/**
 * How the bytes of a feed are to be read.
 *
 * @param format label of a format of samples, or {@value #STREAM}
 * @param unitBytes bytes of one sample; 1 for a transport stream
 * @param rateHz samples a second; 0 for a transport stream
 */
public record RawSource(String format, int unitBytes, double rateHz) {
    /** Format of a transport stream. */
    public static final String STREAM = "ts";

    public RawSource {
        if (unitBytes < 1) {
            throw new IllegalArgumentException("a sample of " + unitBytes + " bytes cannot be");
        }
    }

    /** A transport stream. */
    public static RawSource stream() {
        return new RawSource(STREAM, 1, 0);
    }

    public boolean isStream() {
        return format.equals(STREAM);
    }
}
