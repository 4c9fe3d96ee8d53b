/**
 * Faults of a station's sound: silence, a loudness that is not its own, stereo that has become mono, a channel that is
 * inverted. One detector asks all of them of each look, because they share what is remembered of the sound. May import
 * {@code signal}, {@code detectors}, {@code detectors.condition}, {@code detectors.licences}, {@code detectors.reception} and
 * {@code detectors.sound}.
 */
@NullMarked
package io.bandwatch.detectors.audio;

import org.jspecify.annotations.NullMarked;
