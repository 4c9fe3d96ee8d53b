/**
 * Is the stream sound: the indicators of TR 101 290 over time, one incident per priority and fault episode, and the feed that
 * brings nothing at all.
 *
 * <p>A fault of the probe is never held against the broadcaster: where no bytes come the stream is not judged, and what was
 * missed meanwhile is forgiven. May import {@code signal}, {@code signal.ts}, {@code detectors} and {@code
 * detectors.condition}. Pure values.
 */
@NullMarked
package io.bandwatch.detectors.ts.fault;

import org.jspecify.annotations.NullMarked;
