/**
 * What one section says, table by table: ISO/IEC 13818-1, 2.4.4 (PAT, CAT, PMT), EN 300 468 (NIT, SDT, BAT and times), ATSC
 * A/65 (VCT). What a section promises and does not hold is not there.
 */
@NullMarked
package io.bandwatch.dsp.ts.table;

import org.jspecify.annotations.NullMarked;
