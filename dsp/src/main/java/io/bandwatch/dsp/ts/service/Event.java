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
 * @param runningStatus what it does (EN 300 468, table 6): the running status table's word where it came after the event's
 * @param start when it starts; absent where undefined
 * @param duration how long it is; absent where undefined
 * @param language of its name, ISO 639-2
 * @param name what it is called
 */
public record Event(
        int serviceId,
        boolean following,
        int id,
        int runningStatus,
        @Nullable Instant start,
        @Nullable Duration duration,
        @Nullable String language,
        @Nullable String name) {}
