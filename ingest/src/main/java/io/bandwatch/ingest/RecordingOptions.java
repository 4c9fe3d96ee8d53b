package io.bandwatch.ingest;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says about recordings; everything may be absent. What the recording itself says must agree.
 *
 * @param rateHz samples a second
 * @param centerHz frequency of the constant component, Hz
 * @param sampleFormat how raw samples are written
 * @param start time of the first sample
 * @param kind what the recording holds; by content if absent
 * @param sweepZone zone of the times in sweep files, which carry none; UTC if absent
 */
public record RecordingOptions(
        @Nullable Double rateHz,
        @Nullable Double centerHz,
        @Nullable SampleFormat sampleFormat,
        @Nullable Instant start,
        @Nullable RecordingKind kind,
        @Nullable ZoneId sweepZone) {
    /** Nothing said. */
    public static final RecordingOptions NONE = new RecordingOptions(null, null, null, null, null, null);
}
