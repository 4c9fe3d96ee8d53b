/**
 * What a recording of a transport stream says as a whole: its counts, its services with a verdict each, its splice
 * commands. May import {@code io.bandwatch.signal} and {@code io.bandwatch.detectors}; no Flink. Detectors are immutable.
 */
@NullMarked
package io.bandwatch.detectors.ts.assessment;

import org.jspecify.annotations.NullMarked;
