package io.bandwatch.alerts;

import org.jspecify.annotations.Nullable;

/**
 * What the book remembers of one kind and subject.
 *
 * @param latest the incident opened last, closed or not; null before the first
 */
public record IncidentBookState(@Nullable Incident latest) {}
