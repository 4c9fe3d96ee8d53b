/**
 * Texts that come in numbered <em>segments</em> of two or four characters, over seconds and in any order, and may be
 * changed on the way. A text is <em>complete</em> when every segment it needs came since the last sign of a change.
 * Immutable values; may import the JDK only.
 */
@NullMarked
package io.bandwatch.detectors.rds.text;

import org.jspecify.annotations.NullMarked;
