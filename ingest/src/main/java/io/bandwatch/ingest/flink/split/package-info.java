/**
 * One feed is one split: the immutable split, its mutable state in a running reader, and how it is written into a
 * checkpoint.
 */
@NullMarked
package io.bandwatch.ingest.flink.split;

import org.jspecify.annotations.NullMarked;
