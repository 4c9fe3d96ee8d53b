/**
 * Power over frequency, and the noise in it.
 *
 * <p>A <em>PSD</em> here is linear power per bin; a full-scale tone integrates to 1 (0 dBFS). A <em>look</em> is one
 * independent periodogram; the power of a noise bin averaged over {@code looks} of them is gamma distributed with a
 * relative deviation of {@code 1/sqrt(looks)}. The <em>noise floor</em> is the power per bin that would be there without
 * carriers. May import the JDK, {@code signal} and {@code dsp.fft}.
 */
@NullMarked
package io.bandwatch.dsp.spectrum;

import org.jspecify.annotations.NullMarked;
