/**
 * The indicators of ETSI TR 101 290 V1.4.1, clause 5.2. An interval runs from the first packet of the stream or from the
 * event before, counts when it ends, and is running while it lasts; without a clock none is measured.
 *
 * <p>Not measured: Buffer_error, Empty_buffer_error and Data_delay_error. They need the decoder model of ISO/IEC 13818-1,
 * 2.4.2, whose leak rates and buffer sizes depend on profile and level of every component.
 */
@NullMarked
package io.bandwatch.dsp.ts.check;

import org.jspecify.annotations.NullMarked;
