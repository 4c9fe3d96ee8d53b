/** An {@code influxd} that we start ourselves: for demo, tests and one workstation. */
@NullMarked
package io.bandwatch.alerts.influx.embedded;

import org.jspecify.annotations.NullMarked;
