/**
 * Streams that others made, as a place to put faults in: what each packet carries is found out, the time of each is told by
 * the clock references, and the whole is played in a loop for as long as is wanted.
 *
 * <p>Nothing here is shared with the code that reads streams for the service. May import the packages of {@code samples.ts}
 * and the JDK.
 */
@NullMarked
package io.bandwatch.samples.ts.recorded;

import org.jspecify.annotations.NullMarked;
