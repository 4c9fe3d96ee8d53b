/**
 * Detectors of carriers: what is unlicensed, what is lost. Pure; may import {@code io.bandwatch.signal} and
 * {@code io.bandwatch.detectors}.
 */
@NullMarked
package io.bandwatch.detectors.rf;

import org.jspecify.annotations.NullMarked;
