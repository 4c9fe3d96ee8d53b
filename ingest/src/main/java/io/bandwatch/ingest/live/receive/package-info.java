/**
 * Receives the bytes of live feeds: datagrams, programs, files. A <em>receiver</em> has a thread of its own and fills a ring
 * of blocks. It never waits for whoever measures, unless what it reads can wait too.
 *
 * <p>May import {@code ingest.bytes}, {@code ingest.live.address}, {@code ingest.live.datagram}, {@code
 * ingest.live.ring}, the name of the child in {@code
 * ingest.gst}, and the logging interface.
 */
@NullMarked
package io.bandwatch.ingest.live.receive;

import org.jspecify.annotations.NullMarked;
