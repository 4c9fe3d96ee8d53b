/**
 * What is wrong with an emission as such: its frequency, its deviation, its multiplex power, or that nothing modulates it.
 * Pure; may import {@code signal}, {@code detectors}, its conditions, licences and reception.
 */
@NullMarked
package io.bandwatch.detectors.rf.emission;

import org.jspecify.annotations.NullMarked;
