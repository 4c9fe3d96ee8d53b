package io.bandwatch.alerts.push;

import io.bandwatch.alerts.Incident;
import org.jspecify.annotations.Nullable;

/**
 * One incident in a push.
 *
 * @param incident as it stood when the push was made
 * @param occasion what about it is told
 * @param carrier what was measured of its carrier, null where it has none or nothing was measured yet
 * @param times how often it has been repeated
 * @param covered incidents that it explains and that were not told one by one; 0 unless it is closed
 */
public record PushItem(Incident incident, Occasion occasion, @Nullable CarrierFacts carrier, int times, int covered) {}
