/**
 * The console: results, pictures and evidence over HTTP, on this machine only. May import {@code io.bandwatch.alerts.report} and
 * {@code io.bandwatch.alerts.evidence}, Jackson and Javalin, which nobody else but {@code .live} imports; no Flink.
 */
@NullMarked
package io.bandwatch.alerts.console;

import org.jspecify.annotations.NullMarked;
