/**
 * Pictures, measured: how much of one is black, whether it moves, whether it is a test card, whether macroblocks stand out.
 *
 * <p>A <em>plane</em> is one of the luma and the two chroma channels of a picture, a byte a pixel. A <em>reference</em> is the
 * earlier picture that pictures are compared with. A <em>small plane</em> is a thumbnail of one. Meters take pictures of any
 * size; all but the edges of macroblocks are as well seen on a thumbnail. May import {@code signal}, {@code signal.av} and the
 * JDK.
 */
@NullMarked
package io.bandwatch.dsp.video;

import org.jspecify.annotations.NullMarked;
