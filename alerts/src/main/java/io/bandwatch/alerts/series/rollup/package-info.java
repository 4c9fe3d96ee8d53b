/**
 * Rolling up: points of minutes and hours from points of seconds. Pure and deterministic. May import
 * {@code io.bandwatch.alerts.series}, {@code detectors} and {@code signal}.
 */
@NullMarked
package io.bandwatch.alerts.series.rollup;

import org.jspecify.annotations.NullMarked;
