/** Weights laid over a segment before its Fourier transform. May import the JDK alone. Pure functions. */
@NullMarked
package io.bandwatch.dsp.window;

import org.jspecify.annotations.NullMarked;
