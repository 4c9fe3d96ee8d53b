/**
 * What datagrams come by: the socket that listens, what the system has dropped of it, and the order of RTP packets.
 *
 * <p>May import {@code ingest.live.address} and {@code ingest.live.ring}.
 */
@NullMarked
package io.bandwatch.ingest.live.datagram;

import org.jspecify.annotations.NullMarked;
