/**
 * The words for pictures and sound of services: what the meters tell of what a decoder brought.
 *
 * <p>A <em>track</em> is one picture or sound component of a service. A <em>picture</em> is one decoded frame; a
 * <em>look</em> is 200 ms of programme time. Brightness is told as a share of the range from black to white, 0 to 1, whatever
 * range the codes of the picture have.
 *
 * <p>May import {@code signal} and the JDK. Everything here is immutable and thread-safe; arrays in records are never
 * changed after they are handed over. A number that is not known is NaN.
 */
@NullMarked
package io.bandwatch.signal.av;

import org.jspecify.annotations.NullMarked;
