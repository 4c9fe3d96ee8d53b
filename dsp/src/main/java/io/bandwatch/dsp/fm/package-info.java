/**
 * Frequency modulation, received. <em>Instantaneous frequency</em> is the rate of change of the phase of a channel's
 * samples. May import the JDK alone.
 */
@NullMarked
package io.bandwatch.dsp.fm;

import org.jspecify.annotations.NullMarked;
