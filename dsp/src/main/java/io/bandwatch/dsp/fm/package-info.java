/**
 * Frequency modulation, received. <em>Instantaneous frequency</em> is the rate of change of the phase of a channel's
 * samples. May import {@code signal}, {@code dsp.fft},
 * {@code dsp.filter} and {@code dsp.rds}.
 */
@NullMarked
package io.bandwatch.dsp.fm;

import org.jspecify.annotations.NullMarked;
