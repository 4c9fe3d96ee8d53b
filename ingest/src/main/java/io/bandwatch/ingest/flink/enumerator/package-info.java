/** Hands the feeds of a bounded job to its readers, once. */
@NullMarked
package io.bandwatch.ingest.flink.enumerator;

import org.jspecify.annotations.NullMarked;
