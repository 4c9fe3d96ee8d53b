/**
 * Live transport streams become looks, one a second, whether or not anything comes. A <em>stretch</em> is measured by one meter:
 * it begins with the first bytes, and anew after a silence, a connection that was lost, or a loss of our own.
 *
 * <p>May import {@code signal}, {@code dsp.ts} and the packages below. The clocks are given by the caller.
 */
@NullMarked
package io.bandwatch.ingest.live;

import org.jspecify.annotations.NullMarked;
