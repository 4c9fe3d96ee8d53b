/**
 * The console of a service that runs: what stands now, what can be heard and seen of it, and what whoever has the operator's token may
 * change. May import {@code io.bandwatch.alerts.console}, {@code .journal}, {@code .report} and {@code .evidence}, Jackson and Javalin; no
 * Flink.
 */
@NullMarked
package io.bandwatch.alerts.console.live;

import org.jspecify.annotations.NullMarked;
