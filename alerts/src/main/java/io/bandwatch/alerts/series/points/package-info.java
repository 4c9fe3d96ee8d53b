/**
 * Points of records. Pure; what a record does not know, its points do not have. May import {@code io.bandwatch.alerts},
 * {@code alerts.push} for places, {@code alerts.series}, {@code detectors} and {@code signal}.
 */
@NullMarked
package io.bandwatch.alerts.series.points;

import org.jspecify.annotations.NullMarked;
