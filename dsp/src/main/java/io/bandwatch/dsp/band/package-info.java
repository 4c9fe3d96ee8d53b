/**
 * One look at the whole band: samples or a sweep in, carriers and noise out.
 *
 * <p>May import {@code signal} and the other packages of dsp. An analyser is a kernel: not thread-safe, one per feed,
 * no memory from one frame to the next, so that a run resumed at a frame boundary gives the same numbers.
 */
@NullMarked
package io.bandwatch.dsp.band;

import org.jspecify.annotations.NullMarked;
