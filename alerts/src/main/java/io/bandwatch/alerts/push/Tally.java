package io.bandwatch.alerts.push;

import io.bandwatch.detectors.IncidentKind;

/**
 * How many incidents of one kind there are at one site.
 *
 * @param kind kind
 * @param site site
 * @param count how many
 */
public record Tally(IncidentKind kind, String site, int count) {}
