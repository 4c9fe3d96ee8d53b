/**
 * The one door to the Fourier transform. Nobody else imports JTransforms. A transform is a kernel: not thread-safe, one
 * instance per user, no threads of its own.
 */
@NullMarked
package io.bandwatch.dsp.fft;

import org.jspecify.annotations.NullMarked;
