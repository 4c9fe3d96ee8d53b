/**
 * Faults of the pictures and the sound of services: black, freeze, colour bars, mosaic, lost pictures; lost sound, silence, a
 * loudness that is not the service's own.
 *
 * <p>One cause makes one incident. A black picture is not frozen as well; a picture that is lost is neither; and where the
 * stream or the probe brings nothing, nothing is said of the programme. May import {@code signal}, {@code signal.av}, {@code
 * detectors}, {@code detectors.audio}, {@code detectors.condition}, {@code detectors.licences} and {@code detectors.sound}.
 * Pure values.
 */
@NullMarked
package io.bandwatch.detectors.video;

import org.jspecify.annotations.NullMarked;
