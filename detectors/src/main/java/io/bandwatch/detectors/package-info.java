/**
 * Judgement: observations over event time become findings and carrier records.
 *
 * <p>A <em>finding</em> is what a detector judged; <em>holdTime</em>, <em>hysteresis</em> and <em>clearTime</em> are the
 * three knobs of every detector. A <em>verdict</em> says what explains a carrier, its <em>reasons</em> say why. May
 * import {@code io.bandwatch.signal} only; no clock, no I/O, no logger, no Flink (which has its own package). All types
 * are immutable values.
 */
@NullMarked
package io.bandwatch.detectors;

import org.jspecify.annotations.NullMarked;
