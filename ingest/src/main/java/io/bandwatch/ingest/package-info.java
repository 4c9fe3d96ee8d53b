/**
 * Recordings as the job knows them: which feed they are, what is in them, and how far they have been read.
 *
 * <p>A <em>feed</em> is one capture point, here one recording. A <em>frame</em> is one look at the band: 200 ms of
 * samples, or one sweep. This package holds values; what opens
 * files stands in the packages below. May import {@code signal} and {@code dsp}.
 */
@NullMarked
package io.bandwatch.ingest;

import org.jspecify.annotations.NullMarked;
