/**
 * Channels cut out of a wide feed. A filter is a kernel: not thread-safe, allocates nothing per block. May import
 * {@code dsp.fft}.
 */
@NullMarked
package io.bandwatch.dsp.filter;

import org.jspecify.annotations.NullMarked;
