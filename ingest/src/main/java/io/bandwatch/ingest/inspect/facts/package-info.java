/** What headers, metadata and names say of I/Q recordings, and where they contradict each other. */
@NullMarked
package io.bandwatch.ingest.inspect.facts;

import org.jspecify.annotations.NullMarked;
