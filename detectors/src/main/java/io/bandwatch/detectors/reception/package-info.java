/**
 * Carriers received as FM emissions, summed up over time: deviation, multiplex power, pilot, sound, radio data. Pure
 * values; may import {@code signal}, {@code detectors.rds} and {@code detectors.sound}.
 */
@NullMarked
package io.bandwatch.detectors.reception;

import org.jspecify.annotations.NullMarked;
