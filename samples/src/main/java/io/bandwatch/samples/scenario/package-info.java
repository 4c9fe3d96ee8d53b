/**
 * Scenario files: which carriers, programmes, noise and receiver faults a scene has.
 *
 * <p>A <em>scenario</em> is the description; a <em>scene</em> is what it renders to. Files are read strictly: an unknown
 * key, a missing or wrong value, a number without its unit ends with one line that names the place and the remedy. May
 * import {@code signal}, {@code dsp.synth} and Jackson. Everything here is immutable.
 */
@NullMarked
package io.bandwatch.samples.scenario;

import org.jspecify.annotations.NullMarked;
