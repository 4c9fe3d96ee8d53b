/**
 * Faults of the pictures and the sound of services: black, freeze, colour bars, mosaic, lost pictures; lost sound, silence, a
 * loudness that is not the service's own, stereo that has become mono, a channel that is inverted.
 *
 * <p>One cause makes one incident. A black picture is not frozen as well; a picture that is lost is neither; and where the
 * stream or the probe brings nothing, nothing is said of the programme. May import {@code signal}, {@code signal.av}, {@code
 * detectors}, {@code detectors.audio}, {@code detectors.condition}, {@code detectors.licences},
 * {@code detectors.sound} and {@code detectors.ts.services}.
 * Pure values.
 */
@NullMarked
package io.bandwatch.detectors.video;

import org.jspecify.annotations.NullMarked;
