/**
 * Bytes of recordings, unpacked on the way, from any offset, in constant memory. Knows nothing of what they mean. May
 * import the JDK and the unpacking libraries. Not thread-safe.
 */
@NullMarked
package io.bandwatch.ingest.bytes;

import org.jspecify.annotations.NullMarked;
