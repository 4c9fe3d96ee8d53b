/**
 * The words for transport streams: what dsp tells the rest of one stream.
 *
 * <p>A <em>packet</em> is 188 bytes, whatever the transport adds to them. A <em>PID</em> is one of the 8192 streams of
 * packets. A <em>service</em> is a programme of the PAT; its <em>components</em> are what its PMT lists. An
 * <em>indicator</em> is one of ETSI TR 101 290. <em>Stream time</em> runs from the first packet, in ns, by the
 * {@link io.bandwatch.signal.ts.TsClock clock} of the stream.
 *
 * <p>May import the JDK alone. Everything here is immutable and thread-safe; arrays in records are never changed after they
 * are handed over. A number that is not known is NaN, an identifier that is not known {@value
 * io.bandwatch.signal.ts.TsService#UNKNOWN}, a text that is not known absent.
 */
@NullMarked
package io.bandwatch.signal.ts;

import org.jspecify.annotations.NullMarked;
