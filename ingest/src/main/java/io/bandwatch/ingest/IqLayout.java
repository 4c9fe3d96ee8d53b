package io.bandwatch.ingest;

/**
 * Samples, one after the other.
 *
 * @param format how a sample is written
 * @param rateHz samples a second
 * @param centerHz frequency of the constant component, Hz
 * @param dataOffset first byte of the first sample, counted in the unpacked bytes
 * @param dataBytes length of the samples in bytes as the recording promises it, or {@link #TO_THE_END}
 */
public record IqLayout(SampleFormat format, double rateHz, double centerHz, long dataOffset, long dataBytes)
        implements RecordingLayout {
    /** The samples last as long as the bytes do. */
    public static final long TO_THE_END = -1;
}
