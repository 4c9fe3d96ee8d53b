/**
 * The multiplex of an FM broadcast transmitter: programme sound, pre-emphasis, pilot, stereo difference and RDS.
 *
 * <p>The <em>pilot</em> is the 19 kHz tone of a stereo transmission; a <em>group</em> is four <em>blocks</em> of 26 bits
 * (IEC 62106). May import the JDK, {@code signal} and {@code dsp.synth}. Streams are not thread-safe.
 */
@NullMarked
package io.bandwatch.dsp.synth.fm;

import org.jspecify.annotations.NullMarked;
