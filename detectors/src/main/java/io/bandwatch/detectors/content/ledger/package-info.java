/**
 * Insertions that are allowed, and how they became known: cues of SCTE 35 in the stream, and a schedule. They are never alarmed
 * and always recorded. May import {@code signal}, {@code detectors.licences.csv} and {@code detectors.ts.assessment}.
 */
@NullMarked
package io.bandwatch.detectors.content.ledger;

import org.jspecify.annotations.NullMarked;
