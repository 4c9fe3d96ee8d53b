/**
 * Runnable worlds with known truth: renders scenarios to recordings, registers and truth files.
 *
 * <p>May import {@code signal}, {@code dsp.synth}, the packages below and Jackson. No code of the service imports it.
 */
@NullMarked
package io.bandwatch.samples;

import org.jspecify.annotations.NullMarked;
