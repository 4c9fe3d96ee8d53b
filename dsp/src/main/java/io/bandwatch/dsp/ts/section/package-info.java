/**
 * Sections of PSI and SI (ISO/IEC 13818-1, 2.4.4): put together from the packets of a PID, proved by their CRC, and read
 * without ever leaving the bytes that came. Whatever the bytes are, there is a section, a count, or nothing.
 */
@NullMarked
package io.bandwatch.dsp.ts.section;

import org.jspecify.annotations.NullMarked;
