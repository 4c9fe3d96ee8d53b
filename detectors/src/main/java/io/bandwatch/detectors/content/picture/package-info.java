/**
 * Prints of pictures: where those on air differ from those of a reference. A <em>step</em> is the time from one print to the
 * next. May import {@code signal.av} and the JDK.
 */
@NullMarked
package io.bandwatch.detectors.content.picture;

import org.jspecify.annotations.NullMarked;
