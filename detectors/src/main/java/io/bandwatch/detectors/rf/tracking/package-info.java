/**
 * Which carrier is which: measured carriers become tracks, and every look becomes one observation per place.
 *
 * <p>A <em>track</em> is one carrier followed over looks. A <em>place</em> is feed, raster channel and slot: where a
 * track's observations go. Pure; may import {@code io.bandwatch.signal} and {@code io.bandwatch.detectors}.
 */
@NullMarked
package io.bandwatch.detectors.rf.tracking;

import org.jspecify.annotations.NullMarked;
