/** How the store does, told to other threads and processes: the job writes {@link io.bandwatch.alerts.influx.health.StoreHealthFile}. */
@NullMarked
package io.bandwatch.alerts.influx.health;

import org.jspecify.annotations.NullMarked;
