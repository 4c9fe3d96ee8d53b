/**
 * Alternative frequencies: codes, lists that come in pairs, and the two methods of saying what they are (IEC 62106-2).
 * Immutable values; may import the JDK only.
 */
@NullMarked
package io.bandwatch.detectors.rds.frequency;

import org.jspecify.annotations.NullMarked;
