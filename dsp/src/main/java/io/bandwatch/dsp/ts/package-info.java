/**
 * Transport streams: bytes in, one {@link io.bandwatch.signal.ts.TsObservation} a second out (ISO/IEC 13818-1, ETSI EN 300
 * 468, ETSI TR 101 290). Whatever the bytes are, they are measured; nothing is thrown.
 */
@NullMarked
package io.bandwatch.dsp.ts;

import org.jspecify.annotations.NullMarked;
