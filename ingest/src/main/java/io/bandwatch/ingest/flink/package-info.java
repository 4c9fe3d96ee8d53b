/** Recordings as a source of frames (FLIP-27). May import Flink and {@code io.bandwatch.ingest}. */
@NullMarked
package io.bandwatch.ingest.flink;

import org.jspecify.annotations.NullMarked;
