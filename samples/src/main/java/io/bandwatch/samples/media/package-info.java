/**
 * Pictures and sound with known faults: made by FFmpeg from its own sources, or from clips given by their paths, coded, and
 * damaged in the stream where the fault is one of the stream. May import {@code samples.audio}, {@code samples.scenario},
 * {@code samples.ts.packet}, {@code signal} and Jackson.
 */
@NullMarked
package io.bandwatch.samples.media;

import org.jspecify.annotations.NullMarked;
