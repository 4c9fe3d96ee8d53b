/** Splice information (ANSI/SCTE 35): where a network lets others into its programme, as evidence that they were let in. */
@NullMarked
package io.bandwatch.dsp.ts.splice;

import org.jspecify.annotations.NullMarked;
