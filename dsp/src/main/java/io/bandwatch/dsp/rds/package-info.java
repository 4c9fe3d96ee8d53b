/**
 * The radio data system (IEC 62106) as far as one frame tells it: from the 57 kHz subcarrier to bits with their times.
 * What the bits mean needs memory and is decoded elsewhere.
 */
@NullMarked
package io.bandwatch.dsp.rds;

import org.jspecify.annotations.NullMarked;
