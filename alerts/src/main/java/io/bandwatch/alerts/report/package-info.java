/**
 * The result of a run as JSON Lines, the one form that everything else is drawn from, and the side file of its pictures.
 * Written exactly once: a checkpoint holds how long the file was, a restart cuts it there. May import Flink, Jackson,
 * {@code io.bandwatch.alerts} and {@code io.bandwatch.detectors}. Writers are used by one task thread.
 */
@NullMarked
package io.bandwatch.alerts.report;

import org.jspecify.annotations.NullMarked;
