/**
 * Programme sound: from files, spoken and composed on the spot.
 *
 * <p>A <em>clip</em> is a finite piece of stereo sound at 48 kHz that is repeated without end. WAV and FLAC are read in
 * process; other files and speech come from child processes. May import {@code dsp.synth}, {@code samples.scenario} and
 * the FLAC decoder. Not thread-safe.
 */
@NullMarked
package io.bandwatch.samples.audio;

import org.jspecify.annotations.NullMarked;
