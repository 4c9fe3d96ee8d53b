/**
 * Sound, measured as listeners hear it: loudness by ITU-R BS.1770 and its true peak. <em>Sum</em> is half of left plus
 * right, <em>difference</em> half of left less right. May import {@code signal}, {@code signal.av} and the JDK.
 */
@NullMarked
package io.bandwatch.dsp.audio;

import org.jspecify.annotations.NullMarked;
