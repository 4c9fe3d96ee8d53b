/**
 * When carriers are on air, and when they usually are. An <em>on-air span</em> is a time on air; a <em>daily window</em>
 * is a span of the day, in local time, in which a carrier is on air day after day, as with a time switch. Time that was
 * not observed is neither on nor off. Pure values; may import {@code signal}.
 */
@NullMarked
package io.bandwatch.detectors.schedule;

import org.jspecify.annotations.NullMarked;
