package io.bandwatch.detectors.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link FirstTold} remembers.
 *
 * @param onset begin of the incident that is open, or null
 */
public record FirstToldState(@Nullable Instant onset) {
    static final FirstToldState NOTHING = new FirstToldState(null);
}
