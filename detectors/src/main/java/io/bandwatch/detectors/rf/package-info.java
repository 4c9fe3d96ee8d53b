/**
 * Judgement of carriers: which carrier is which, what explains it, what is unlicensed and what is lost; and the register
 * of licences. Pure; may import {@code io.bandwatch.signal} and {@code io.bandwatch.detectors}.
 */
@NullMarked
package io.bandwatch.detectors.rf;

import org.jspecify.annotations.NullMarked;
