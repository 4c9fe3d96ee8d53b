/**
 * Text of service information: DVB (EN 300 468, Annex A), ARIB (STD-B24, volume 1, part 2, chapter 7) and ATSC (A/65, 6.10).
 * A byte that stands for nothing becomes U+FFFD; no text is refused.
 */
@NullMarked
package io.bandwatch.dsp.ts.text;

import org.jspecify.annotations.NullMarked;
