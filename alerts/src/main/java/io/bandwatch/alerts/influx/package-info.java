/**
 * The time-series store: points, written so that nothing is lost or doubled. Points are deterministic in
 * measurement, tags and event time, so that a replay overwrites its own. May import Flink, influxdb-java and
 * {@code io.bandwatch.alerts.series}, where the names of metrics stand.
 */
@NullMarked
package io.bandwatch.alerts.influx;

import org.jspecify.annotations.NullMarked;
