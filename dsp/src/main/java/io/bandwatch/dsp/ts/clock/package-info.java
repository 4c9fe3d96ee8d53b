/**
 * The time of a transport stream, from the arrival of its packets or from its own clock references (ISO/IEC 13818-1,
 * 2.4.2.2), and how good those references are (ETSI TR 101 290, 5.3.2 and annex I).
 */
@NullMarked
package io.bandwatch.dsp.ts.clock;

import org.jspecify.annotations.NullMarked;
