/**
 * Reads splits: DSP runs ahead of the task thread, records are emitted and only then counted as read.
 */
@NullMarked
package io.bandwatch.ingest.flink.reader;

import org.jspecify.annotations.NullMarked;
