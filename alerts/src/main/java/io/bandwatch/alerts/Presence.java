package io.bandwatch.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One span in which the condition held.
 *
 * @param from its begin
 * @param to its end, or null while it lasts
 */
public record Presence(Instant from, @Nullable Instant to) {}
