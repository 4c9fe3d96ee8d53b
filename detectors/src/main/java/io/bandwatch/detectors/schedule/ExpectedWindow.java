package io.bandwatch.detectors.schedule;

import java.time.Instant;

/**
 * When a carrier is expected on air.
 *
 * @param from expected begin
 * @param to expected end
 * @param fromScatterS how far the begin may be off, s
 * @param toScatterS how far the end may be off, s
 */
public record ExpectedWindow(Instant from, Instant to, int fromScatterS, int toScatterS) {}
