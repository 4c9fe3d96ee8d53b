/**
 * Signals made by construction: noise of a known density, frequency-modulated carriers of a known power and frequency,
 * and their sum as a receiver would see it. Shared by the tests of this module and by the scenario generator.
 *
 * <p>An <em>emission</em> is one transmitter as received: where, how strong, when on air and over which paths. A
 * <em>multiplex</em> is the signal that deviates it, in Hz. A <em>wideband stream</em> is the sum of emissions and noise
 * at the receiver's sample rate.
 *
 * <p>Everything is a function of its arguments and a seed: the same ones give the same samples, however they are cut
 * into blocks. May import the JDK, {@code signal} and {@code dsp.fft}. Streams are not thread-safe.
 */
@NullMarked
package io.bandwatch.dsp.synth;

import org.jspecify.annotations.NullMarked;
