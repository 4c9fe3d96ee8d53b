/**
 * Packets of transport streams (ISO/IEC 13818-1, 2.4.3): sync in bytes that come cut anywhere, and what every packet is
 * counted for. The two classes that see every packet allocate nothing.
 */
@NullMarked
package io.bandwatch.dsp.ts.packet;

import org.jspecify.annotations.NullMarked;
