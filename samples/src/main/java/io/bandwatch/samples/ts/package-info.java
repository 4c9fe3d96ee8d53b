/**
 * A transport stream of our own whose every packet is known: two services with their tables, references and streams at a
 * constant rate, and the faults of TR 101 290 put into it at known times.
 *
 * <p>Nothing here is shared with the code that reads streams: sections, CRC and headers are written from ISO/IEC 13818-1 and
 * EN 300 468 alone, so that a mistake of the reader is not made twice. May import {@code signal.ts} and the JDK.
 */
@NullMarked
package io.bandwatch.samples.ts;

import org.jspecify.annotations.NullMarked;
