/**
 * Records as lines of JSON. May import Jackson, {@code io.bandwatch.alerts} and {@code io.bandwatch.detectors}. Not thread-safe.
 */
@NullMarked
package io.bandwatch.alerts.report.json;

import org.jspecify.annotations.NullMarked;
