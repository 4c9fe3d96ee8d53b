/**
 * RDS (IEC 62106): the timed soft bits of a carrier's frames become what its station says of itself. This package joins
 * the rooms: bits to groups ({@code sync}), groups to facts ({@code station}, with {@code text}, {@code frequency} and
 * {@code application}). Immutable states that Flink keeps; no clock, no I/O.
 */
@NullMarked
package io.bandwatch.detectors.rds;

import org.jspecify.annotations.NullMarked;
