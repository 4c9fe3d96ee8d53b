/**
 * Time series, whatever store keeps them: which there are, and points of them. {@link io.bandwatch.alerts.series.MetricSchema}
 * is the one place where names, units and bounds stand. May import nothing of the project but the number of kinds and
 * severities, and the raster. Values are immutable.
 */
@NullMarked
package io.bandwatch.alerts.series;

import org.jspecify.annotations.NullMarked;
