/** Judgement of transport streams: what its detectors share. */
@NullMarked
package io.bandwatch.detectors.ts;

import org.jspecify.annotations.NullMarked;
