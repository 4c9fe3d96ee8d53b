/**
 * The raw bytes that the last looks of a live feed were made of, kept on the disk of the feed's host: one file a <em>look</em>, the oldest
 * overwritten by the newest. Whoever works on that host may cut a <em>clip</em> of them; raw bytes never cross an edge of the job
 * (docs/decisions/0023). A <em>stretch</em> is what lies in a clip without a gap.
 *
 * <p>May import Jackson and the JDK. Files are complete when they have their name, so readers need no lock.
 */
@NullMarked
package io.bandwatch.ingest.live.preroll;

import org.jspecify.annotations.NullMarked;
