/**
 * The words everyone shares: feeds, channels, carriers, frames and observations.
 *
 * <p>A <em>feed</em> is one capture point. A <em>channel</em> is a slot of the 100 kHz raster, occupied or not. A
 * <em>carrier</em> is an emission found in the spectrum. A <em>frame</em> is what one feed measured of the whole band in
 * one look; an <em>observation</em> is what a frame says of one carrier or one empty channel.
 *
 * <p>Full scale: 0 dBFS is a complex tone of magnitude 1. Powers are linear in arithmetic; decibels stand at the edges
 * only. May import the JDK alone. Everything here is immutable and thread-safe; arrays in records are never changed
 * after they are handed over.
 */
@NullMarked
package io.bandwatch.signal;

import org.jspecify.annotations.NullMarked;
