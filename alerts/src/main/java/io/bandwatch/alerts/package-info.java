/**
 * Findings become incidents, told to people and stores: exactly one open and one close each.
 *
 * <p>An <em>incident</em> is what people track; its id is a function of kind, subject and opening time, so that a replay
 * writes the same row again. A <em>presence</em> is one span in which the condition held. This package is pure and
 * imports {@code io.bandwatch.detectors} (and {@code signal}); stores and reports have packages of their own.
 */
@NullMarked
package io.bandwatch.alerts;

import org.jspecify.annotations.NullMarked;
