/** A receiver that can be tuned through a scene of the whole band, in place of one with an aerial. */
@NullMarked
package io.bandwatch.samples.receiver;

import org.jspecify.annotations.NullMarked;
