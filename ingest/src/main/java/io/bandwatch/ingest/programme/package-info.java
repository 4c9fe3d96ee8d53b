/**
 * Looks at pictures and sound of one service: what its decoder brings is put in order of its time, cut into looks and
 * measured. May import {@code signal}, {@code dsp.audio}, {@code dsp.video} and {@code ingest.av.wire}.
 */
@NullMarked
package io.bandwatch.ingest.programme;

import org.jspecify.annotations.NullMarked;
