/**
 * The faults of TR 101 290, to be put into a stream at a known time. May import {@code samples.ts.packet}, {@code signal.ts}
 * and the JDK.
 */
@NullMarked
package io.bandwatch.samples.ts.fault;

import org.jspecify.annotations.NullMarked;
