/**
 * The sound of carriers summed up over time: level, loudness (ITU-R BS.1770-4), silence, and how left and right agree. Pure
 * values; may import {@code signal}.
 */
@NullMarked
package io.bandwatch.detectors.sound;

import org.jspecify.annotations.NullMarked;
