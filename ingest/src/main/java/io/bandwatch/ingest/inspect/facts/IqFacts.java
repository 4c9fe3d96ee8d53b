package io.bandwatch.ingest.inspect.facts;

import io.bandwatch.ingest.SampleFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a container says of its samples.
 *
 * @param source how the container is called in messages, such as {@code the WAV header}
 * @param format how a sample is written
 * @param rateHz samples a second, or null where it does not say
 * @param centerHz centre frequency, Hz, or null
 * @param start time of the first sample, or null
 * @param dataOffset first byte of the samples in the unpacked bytes
 * @param dataBytes length of the samples, or {@link io.bandwatch.ingest.IqLayout#TO_THE_END}
 */
public record IqFacts(
        String source,
        SampleFormat format,
        @Nullable Double rateHz,
        @Nullable Double centerHz,
        @Nullable Instant start,
        long dataOffset,
        long dataBytes) {}
