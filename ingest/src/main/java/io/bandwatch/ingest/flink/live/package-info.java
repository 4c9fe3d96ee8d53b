/**
 * Live feeds as a source of looks (FLIP-27) without an end of its own. One feed is one split; a checkpoint keeps which feeds there
 * are and nothing of their streams, which cannot be read again. May import Flink and {@code io.bandwatch.ingest.live}.
 */
@NullMarked
package io.bandwatch.ingest.flink.live;

import org.jspecify.annotations.NullMarked;
