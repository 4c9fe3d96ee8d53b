/**
 * How a receiver of samples is set: rate, gain, and the <em>plan</em> of the frequencies that it is tuned to, one or several in
 * turn (<em>visits</em>; all of them are a <em>round</em>). May import {@code signal} and the vocabulary of {@code ingest}.
 */
@NullMarked
package io.bandwatch.ingest.live.tuning;

import org.jspecify.annotations.NullMarked;
