/** Reads recordings of every kind frame by frame, and measures each frame. May import {@code io.bandwatch.dsp}; no Flink. */
@NullMarked
package io.bandwatch.ingest.frames;

import org.jspecify.annotations.NullMarked;
