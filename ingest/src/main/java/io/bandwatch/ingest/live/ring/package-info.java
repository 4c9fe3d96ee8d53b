/**
 * What lies between the thread that receives a live feed and the one that measures it: a bounded ring of <em>blocks</em>, each
 * with the times at which its <em>pieces</em> came, and the counts of what the transport did. What the ring cannot hold is
 * dropped by the block, counted and told. May import {@code signal.ts}.
 */
@NullMarked
package io.bandwatch.ingest.live.ring;

import org.jspecify.annotations.NullMarked;
