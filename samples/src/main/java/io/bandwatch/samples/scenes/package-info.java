/**
 * Families of scenes out of a seed: one situation each, or all verdicts mixed. The same seed gives the same scene.
 *
 * <p>May import {@code signal}, {@code dsp.synth} and {@code samples.scenario}. What is right in a scene is not said here: it
 * follows from the scenario, see {@code samples.truth}.
 */
@NullMarked
package io.bandwatch.samples.scenes;

import org.jspecify.annotations.NullMarked;
