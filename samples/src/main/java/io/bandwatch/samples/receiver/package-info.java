/**
 * A receiver that can be tuned through a scene of the whole band, in place of one with an aerial, and a server of {@code rtl_tcp} before
 * it. May import {@code dsp.synth} and packages of {@code samples}.
 */
@NullMarked
package io.bandwatch.samples.receiver;

import org.jspecify.annotations.NullMarked;
