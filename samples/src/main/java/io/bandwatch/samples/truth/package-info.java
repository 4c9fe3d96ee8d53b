/**
 * What is really in a scene: the verdict that each carrier deserves, the incidents that should be raised, the artefacts that a
 * receiver with faults makes.
 *
 * <p>May import {@code signal}, {@code dsp.synth}, {@code samples.scenario} and Jackson. It knows nothing of the detectors:
 * what they should say follows from the scenario alone. Everything here is immutable.
 */
@NullMarked
package io.bandwatch.samples.truth;

import org.jspecify.annotations.NullMarked;
