/**
 * Compares a result with the truth of its recording: what was found, missed, invented, how well it was measured and how
 * long it took. May import {@code signal}, {@code samples.scenario} and Jackson. Everything here is immutable.
 */
@NullMarked
package io.bandwatch.samples.score;

import org.jspecify.annotations.NullMarked;
