package io.bandwatch.dsp.ts.service;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the present/following table (EN 300 468, 5.2.4).
 *
 * @param serviceId service that it is on
 * @param following it comes next; else it is on now
 * @param id event_id
 * @param start when it starts; absent where undefined
 * @param duration how long it is; absent where undefined
 * @param language of its name, ISO 639-2
 * @param name what it is called
 */
public record Event(
        int serviceId,
        boolean following,
        int id,
        @Nullable Instant start,
        @Nullable Duration duration,
        @Nullable String language,
        @Nullable String name) {}
