package io.bandwatch.signal.ts;

import org.jspecify.annotations.Nullable;

/**
 * What a PMT lists for a service.
 *
 * @param pid where it comes
 * @param streamType stream_type of the PMT
 * @param codec how it is coded; {@link Codec#OTHER} for what is neither sound nor picture
 * @param role what it is
 * @param language ISO 639-2 code, as sent
 */
public record TsComponent(int pid, int streamType, Codec codec, PidRole role, @Nullable String language) {}
