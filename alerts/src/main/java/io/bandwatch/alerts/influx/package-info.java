/**
 * The time-series store: results as points, written so that nothing is lost or doubled. Points are deterministic in
 * measurement, tags and event time, so that a replay overwrites its own. May import Flink, influxdb-java and
 * {@code io.bandwatch.alerts}. {@code MetricSchema} is the one place where names of metrics stand.
 */
@NullMarked
package io.bandwatch.alerts.influx;

import org.jspecify.annotations.NullMarked;
