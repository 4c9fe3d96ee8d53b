/**
 * The level that each licensed station has at a receiver: learned over hours, and compared with what it is now.
 *
 * <p>May import {@code signal} and {@code detectors}; all types are immutable values.
 */
@NullMarked
package io.bandwatch.detectors.level;

import org.jspecify.annotations.NullMarked;
