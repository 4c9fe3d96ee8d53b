/**
 * What a receiver makes of the strong signals it gets: third-order products, mirror images, what a neighbour spreads.
 * Tested by waveform, not by arithmetic alone: that a frequency fits says nothing in a full band.
 *
 * <p>A <em>recipe</em> says from which carriers an artefact would be made, and how. May import {@code signal},
 * {@code dsp.fft}, {@code dsp.filter} and the settings of {@code dsp.band}. Kernels: not thread-safe, one per feed, no memory from frame to frame.
 */
@NullMarked
package io.bandwatch.dsp.artefact;

import org.jspecify.annotations.NullMarked;
